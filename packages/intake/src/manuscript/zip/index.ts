/** Reading a ZIP that a stranger sent: names as their maker saw them, never more bytes than allowed. */
export { entryName, isFurniture, nameFault, shownName } from './entry-name.ts'
export { listEntries, openZip, readEntry, ZipFault } from './open-zip.ts'

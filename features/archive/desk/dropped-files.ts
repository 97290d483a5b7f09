/** What was dropped or chosen: files, and all files of whole folders, in the order of their paths. */

/** Left behind by systems and office programs; nobody means to upload them. */
const leftovers = /^(\.|~\$|thumbs\.db$|desktop\.ini$|__macosx$)/i

export function isLeftover(name: string): boolean {
  return leftovers.test(name)
}

/** @param files of a chosen folder: their paths tell what lies in a hidden one. */
export function filesOfFolder(files: readonly File[]): File[] {
  return files
    .filter(file => !(file.webkitRelativePath || file.name).split('/').some(isLeftover))
    .sort((a, b) => a.webkitRelativePath.localeCompare(b.webkitRelativePath, 'zh', { numeric: true }))
}

/** Must be called while the drop is going on: afterwards the browser forgets what was dropped. */
export async function filesOfDrop(items: DataTransferItemList): Promise<File[]> {
  const dropped = [...items]
    .filter(item => item.kind === 'file')
    .map(item => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const lists = await Promise.all(
    // What comes from another program (an attachment of a mail) has no entry, only its bytes.
    dropped.map(({ entry, file }) => (entry ? filesOf(entry, entry.isDirectory) : file ? [file] : [])),
  )
  return lists.flat()
}

async function filesOf(entry: FileSystemEntry, inFolder: boolean): Promise<File[]> {
  if (inFolder && isLeftover(entry.name)) return []
  if (entry.isFile)
    return [await new Promise<File>((found, lost) => (entry as FileSystemFileEntry).file(found, lost))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  // A folder is told in portions of a hundred; the empty one is the last.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((found, lost) => reader.readEntries(found, lost))
    if (portion.length === 0) break
    inside.push(...portion)
  }
  inside.sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }))
  const files: File[] = []
  for (const each of inside) files.push(...(await filesOf(each, true)))
  return files
}

/** What a Word file is made of, for tests. */
import { inflateRawSync } from 'node:zlib'
import type { TypesetDocument } from '../contract.ts'
import type { DocxOptions } from './docx-options.ts'
import { typesetDocx } from './typeset-docx.ts'

/** The document and its styles, as they stand in the file. */
export async function partsOf(document: TypesetDocument, options: DocxOptions = {}) {
  const files = unzip(await typesetDocx(document, options))
  return { xml: files.get('word/document.xml') ?? '', styles: files.get('word/styles.xml') ?? '' }
}

/** Files of a zip by its central directory: enough for what a word processor would read. */
function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    files.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'))
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

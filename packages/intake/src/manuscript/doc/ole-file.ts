/** What is in an OLE file (the container of Word 97, Excel 97 and of encrypted DOCX), by the names of its streams. */
export type OleContent = 'word' | 'locked' | { readonly other: string }

const entryBytes = 128
const startSector = 0x74
const wordMagic = 0xa5ec
const encryptedFlag = 0x0100

/** Looks at names and the first words of the Word stream only: no chain of the file is followed. */
export function tellOle(bytes: Uint8Array): OleContent {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entryOf(file, 'EncryptedPackage') !== null) return 'locked'
  const word = entryOf(file, 'WordDocument')
  if (word !== null) return isEncrypted(file, word) ? 'locked' : 'word'
  if (entryOf(file, 'Workbook') ?? entryOf(file, 'Book')) return { other: '旧版 Excel 表格' }
  if (entryOf(file, 'PowerPoint Document') !== null) return { other: '旧版演示文稿' }
  return { other: '旧版 Office 文件，但不是 Word 文档' }
}

// The entry of the directory that bears the name; entries lie on multiples of their size.
function entryOf(file: Buffer, name: string): number | null {
  const wanted = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = file.indexOf(wanted); at >= 0; at = file.indexOf(wanted, at + 2))
    if (at % entryBytes === 0 && at + entryBytes <= file.length) return at
  return null
}

function isEncrypted(file: Buffer, entry: number): boolean {
  const sectorBytes = 1 << Math.min(16, file.readUInt16LE(0x1e))
  const at = (file.readUInt32LE(entry + startSector) + 1) * sectorBytes
  if (at + 12 > file.length || file.readUInt16LE(at) !== wordMagic) return false
  return (file.readUInt16LE(at + 10) & encryptedFlag) !== 0
}

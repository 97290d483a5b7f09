const sector = 512
const free = 0xffffffff
const end = 0xfffffffe
const inFat = 0xfffffffd

/** A Word 97 document: the container, a piece table of one piece, the text as UTF-16. */
export function writeDoc(text: string, { encrypted = false } = {}): Buffer {
  const body = Buffer.from(text.replaceAll('\n', '\r'), 'utf16le')
  const textAt = 1024
  const document = Buffer.alloc(Math.max(4096, textAt + body.length))
  document.writeUInt16LE(0xa5ec, 0)
  document.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 0x0a)
  document.writeUInt32LE(text.length, 0x4c)
  body.copy(document, textAt)
  const table = Buffer.alloc(4096)
  table.writeUInt8(2, 0)
  table.writeUInt32LE(16, 1)
  table.writeUInt32LE(text.length, 9)
  table.writeUInt32LE(textAt, 15)
  document.writeUInt32LE(21, 0x01a6)
  return writeOle([
    { name: 'WordDocument', bytes: document },
    { name: '1Table', bytes: table },
  ])
}

/** An OLE file of streams; each is at least 4,096 bytes, so that none lies in the short sectors. */
export function writeOle(streams: readonly { name: string; bytes: Buffer }[]): Buffer {
  const fat: number[] = [inFat, end]
  const entries = [entry('Root Entry', 5, end, 0, 1)]
  const bodies: Buffer[] = []
  for (const [i, { name, bytes }] of streams.entries()) {
    const count = Math.ceil(bytes.length / sector)
    const first = fat.length
    for (let n = 0; n < count; n++) fat.push(n === count - 1 ? end : first + n + 1)
    entries.push(entry(name, 2, first, bytes.length, i < streams.length - 1 ? i + 2 : free, true))
    bodies.push(Buffer.concat([bytes, Buffer.alloc(count * sector - bytes.length)]))
  }
  const header = Buffer.alloc(sector, 0xff)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.fill(0, 8, 76)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(end, 60)
  header.writeUInt32LE(end, 68)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(sector, 0xff)
  for (const [i, next] of fat.entries()) table.writeUInt32LE(next, i * 4)
  const directory = Buffer.concat([...entries, Buffer.alloc(sector)]).subarray(0, sector)
  return Buffer.concat([header, table, directory, ...bodies])
}

function entry(
  name: string,
  type: number,
  first: number,
  size: number,
  next: number,
  isChild = false,
): Buffer {
  const bytes = Buffer.alloc(128)
  const letters = Buffer.from(`${name}\0`, 'utf16le')
  letters.copy(bytes)
  bytes.writeUInt16LE(letters.length, 64)
  bytes.writeUInt8(type, 66)
  bytes.writeUInt32LE(free, 68)
  bytes.writeUInt32LE(isChild ? next : free, 72)
  bytes.writeUInt32LE(isChild ? free : next, 76)
  bytes.writeUInt32LE(first, 116)
  bytes.writeUInt32LE(size, 120)
  return bytes
}

import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = {
  name: string | Buffer
  bytes?: Uint8Array
  /** The name is marked as UTF-8. */
  utf8?: boolean
  encrypted?: boolean
  symlink?: boolean
  /** What the entry claims its size to be. */
  claims?: number
  /** The checksum it claims. */
  crc?: number
}

/** A ZIP as others write them, with the lies a test is about. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { bytes = new Uint8Array(), utf8 = true, encrypted = false, symlink = false } = entry
    const name = Buffer.from(entry.name)
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE((utf8 ? 0x800 : 0) | (encrypted ? 1 : 0), 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(entry.crc ?? crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(entry.claims ?? bytes.length, 18)
    head.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    if (symlink) place.writeUInt32LE(0xa1ff0000, 6)
    place.writeUInt32LE(offset, 10)
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), head, name, packed)
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), head, place, name)
    offset += 30 + name.length + packed.length
  }
  const entriesBytes = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(entriesBytes.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, entriesBytes, end])
}

import { crc32, deflateSync } from 'node:zlib'
import type { ImageSize } from '../model/image-size.ts'

/**
 * A black PNG of the same shape as a photo, a few hundred bytes long: a preview is composed with it, so that megabytes
 * of photos do not pass through the engine at every keystroke.
 * @param name makes the file unlike that of every other photo
 */
export function standIn({ width, height }: ImageSize, name: string): Buffer {
  const common = greatestDivisor(width, height)
  const [across, down] = [width / common, height / common]
  const head = Buffer.alloc(13)
  head.writeUInt32BE(across, 0)
  head.writeUInt32BE(down, 4)
  // One bit a dot, grey.
  head[8] = 1
  const rows = Buffer.alloc(down * (1 + Math.ceil(across / 8)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Title\0${name}`, 'latin1')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, check])
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

import { imageType } from './image-type.ts'

export type ImageSize = { width: number; height: number }

/** Width and height in pixels of a JPEG, PNG, GIF or WebP, from its head; null for another format or a damaged file. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const type = imageType(bytes)
  try {
    const size = type === 'jpg' ? jpegSize(view) : type ? sizeOf[type]?.(view) : null
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    if (error instanceof RangeError) return null // cut short
    throw error
  }
}

const sizeOf: Record<string, ((view: DataView) => ImageSize | null) | undefined> = {
  png: view => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: view => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  webp: webpSize,
}

function jpegSize(view: DataView): ImageSize | null {
  for (let at = 2; at < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
  }
  return null
}

/** RFC 9649: a lossy, a lossless or an extended picture says its size in its own way. */
function webpSize(view: DataView): ImageSize | null {
  const kind = view.getUint32(12)
  const low14 = (value: number) => value & 0x3fff
  if (kind === 0x56503820)
    return { width: low14(view.getUint16(26, true)), height: low14(view.getUint16(28, true)) }
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true)
    return { width: low14(bits) + 1, height: low14(bits >>> 14) + 1 }
  }
  if (kind !== 0x56503858) return null
  const low24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  return { width: low24(24) + 1, height: low24(27) + 1 }
}

import { imageType } from './image-type.ts'

export type ImageSize = { width: number; height: number }

/** Width and height in pixels of a JPEG, PNG or GIF, from its head; null for another format or a damaged file. */
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

const sizeOf: Record<string, ((view: DataView) => ImageSize) | undefined> = {
  png: view => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: view => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
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

/** A photo as it came, made into what is kept: upright, without any of its notes, no larger than it is looked at. */
import { Problem } from '@jianbao/errors'
import sharp from 'sharp'
import { photoPixels, thumbPixels } from '../../contract/index.ts'
import { pictureKind } from './picture-kind.rules.ts'

export type PreparedPhoto = {
  readonly full: Buffer
  readonly thumb: Buffer
  readonly mediaType: 'image/jpeg' | 'image/webp'
  readonly width: number
  readonly height: number
}

/** A file of a few kilobytes may claim billions of pixels; no camera of a phone makes more than this and is sent whole. */
const pixelLimit = 100_000_000
const pixelLimitWords = '1 亿'
/** What takes longer is stuck or made to be. */
const timeoutSeconds = 30
const encoded = { jpeg: { quality: 84 }, webp: { quality: 86 } }

/**
 * Decoding and encoding anew leaves nothing of the file behind but its pixels: no place, no camera, no trailing bytes.
 * Throws `photo-not-picture`, `photo-too-wide` or `photo-damaged`, naming `fileName`.
 */
export async function preparePhoto(fileName: string, bytes: Uint8Array): Promise<PreparedPhoto> {
  const told = pictureKind(bytes.subarray(0, 64))
  if ('reason' in told) throw new Problem('photo-not-picture', { file: fileName, reason: told.reason })
  const open = (source: Uint8Array) =>
    sharp(source, {
      limitInputPixels: pixelLimit,
      failOn: 'truncated',
      sequentialRead: true,
      pages: 1,
    }).timeout({
      seconds: timeoutSeconds,
    })
  const damaged = (cause: unknown): never => {
    throw new Problem('photo-damaged', { file: fileName }, { cause })
  }
  const { width, height, format, hasAlpha } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(damaged)
  if (format !== told.kind)
    throw new Problem('photo-not-picture', { file: fileName, reason: '它的内容不是照片' })
  if (width * height > pixelLimit)
    throw new Problem('photo-too-wide', { file: fileName, width, height, limit: pixelLimitWords })
  try {
    const whole = open(bytes)
      .autoOrient()
      .resize({ width: photoPixels, height: photoPixels, fit: 'inside', withoutEnlargement: true })
    const { data, info } = await (hasAlpha ? whole.webp(encoded.webp) : whole.jpeg(encoded.jpeg)).toBuffer({
      resolveWithObject: true,
    })
    const small = open(data).resize({
      width: thumbPixels,
      height: thumbPixels,
      fit: 'inside',
      withoutEnlargement: true,
    })
    const thumb = await (hasAlpha ? small.webp(encoded.webp) : small.jpeg(encoded.jpeg)).toBuffer()
    const mediaType = hasAlpha ? 'image/webp' : 'image/jpeg'
    return { full: data, thumb, mediaType, width: info.width, height: info.height }
  } catch (error) {
    return damaged(error)
  }
}

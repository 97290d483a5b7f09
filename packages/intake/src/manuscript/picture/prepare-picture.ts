import { Problem } from '@jianbao/errors'
import type { Metadata, default as Sharp } from 'sharp'

/** A3 at 400 dpi is 31 million; what is larger is a poster or a bomb. */
const maxPixels = 80_000_000
export const maxPictures = 300
const longestSide = 3_600

/**
 * How many pages a picture holds (TIFF may hold many).
 * @throws Problem `file-damaged`, `file-unsafe` or `file-too-long`
 */
export async function countPages(bytes: Uint8Array, file: string): Promise<number> {
  const { width = 0, height = 0, pages = 1, format } = await metadataOf(bytes, file)
  if (width * height > maxPixels) throw tooLarge(file, width, height)
  // An animation is one picture.
  const count = format === 'tiff' ? pages : 1
  if (count > maxPictures) throw new Problem('file-too-long', { file, pages: count, limit: maxPictures })
  return count
}

/** One page as a PNG to be read: upright by its EXIF, grey, paper white. */
export async function preparePicture(bytes: Uint8Array, page: number, file: string): Promise<Buffer> {
  const sharp = await loadSharp()
  try {
    return await sharp(bytes, { limitInputPixels: maxPixels, page, failOn: 'truncated' })
      .rotate()
      .flatten({ background: 'white' })
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .greyscale()
      .normalise()
      .png({ compressionLevel: 1 })
      .toBuffer()
  } catch (error) {
    throw asProblem(error, file)
  }
}

/** A page, or its upper part, turned and brought to the longer side wished for. */
export async function cutPicture(
  png: Buffer,
  { turn = 0, top = 1, longSide }: { turn?: number; top?: number; longSide: number },
): Promise<{ picture: Buffer; width: number; height: number }> {
  const sharp = await loadSharp()
  const turned = turn === 0 ? png : await sharp(png).rotate(turn).png({ compressionLevel: 1 }).toBuffer()
  const { width, height } = await sharp(turned).metadata()
  const scale = longSide / Math.max(width, height)
  const { data, info } = await sharp(turned)
    .extract({ left: 0, top: 0, width, height: Math.max(1, Math.round(height * top)) })
    .resize(Math.max(1, Math.round(width * scale)))
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  return { picture: data, width: info.width, height: info.height }
}

// Loaded on first use: most files are no pictures.
async function loadSharp(): Promise<typeof Sharp> {
  return (await import('sharp')).default
}

async function metadataOf(bytes: Uint8Array, file: string): Promise<Metadata> {
  const sharp = await loadSharp()
  try {
    return await sharp(bytes, { limitInputPixels: maxPixels }).metadata()
  } catch (error) {
    throw asProblem(error, file)
  }
}

function asProblem(error: unknown, file: string): Problem {
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit/i.test(message))
    return new Problem('file-unsafe', { file, reason: '图片尺寸超过上限' }, { cause: error })
  return new Problem('file-damaged', { file, reason: '不是完整的图片' }, { cause: error })
}

function tooLarge(file: string, width: number, height: number): Problem {
  return new Problem('file-unsafe', { file, reason: `图片有 ${width}×${height} 像素，超过上限` })
}

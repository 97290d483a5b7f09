/** Pictures as typesetting takes them: no larger than they can be printed. */
import type { PhotoServices } from '@jianbao/report/server'
import sharp from 'sharp'
import type { KeptPicture } from '../print-of-edition.ts'
import type { PictureSource } from '../typesetting.port.ts'

/** The text of a page is 156 mm wide (GB/T 9704); at 300 dots an inch it shows no more than this. */
export const printPixels = Math.ceil((156 / 25.4) * 300)

/** By their keys; each is read when it is first needed, under a name that is that of its bytes. */
export function readImages(
  { photos, decode }: Pick<PhotoServices, 'photos' | 'decode'>,
  pictures: readonly KeptPicture[],
): Record<string, PictureSource> {
  const read = (sha256: string) => async () => {
    const bytes = await photos.read(sha256).catch(() => null)
    return bytes && decode(() => scaleForPrint(bytes))
  }
  return Object.fromEntries(
    pictures.map(({ id, sha256 }) => [id, { id: `${sha256} ${printPixels}`, read: read(sha256) }]),
  )
}

/** The same where it is small enough; else as wide as a page prints. */
export async function scaleForPrint(bytes: Uint8Array): Promise<Uint8Array> {
  const picture = sharp(bytes)
  const { width, format } = await picture.metadata()
  if (width <= printPixels) return bytes
  const small = picture.resize({ width: printPixels })
  return format === 'webp' ? small.webp({ quality: 90 }).toBuffer() : small.jpeg({ quality: 90 }).toBuffer()
}

import { imageType } from '../model/image-type.ts'

export type HtmlImages = Readonly<Record<string, Uint8Array | string>>

export const mediaTypes = { jpg: 'image/jpeg', png: 'image/png', gif: 'image/gif', webp: 'image/webp' }
const safeAddress = /^(?:https?:\/\/|\/(?![/\\])|\.{1,2}\/|blob:)/u

/** What `src` of an image may hold: our own bytes as data, a path, or an http(s) address; null for anything else. */
export function imageAddress(images: HtmlImages, key: string): string | null {
  const image = Object.hasOwn(images, key) ? images[key] : undefined
  if (image === undefined) return null
  if (typeof image === 'string') return safeAddress.test(image) ? image : null
  const type = imageType(image)
  if (!type) return null
  let binary = ''
  for (const byte of image) binary += String.fromCharCode(byte)
  return `data:${mediaTypes[type]};base64,${btoa(binary)}`
}

const signatures: readonly [type: ImageType, bytes: readonly number[], at: number][] = [
  ['jpg', [0xff, 0xd8, 0xff], 0],
  ['png', [0x89, 0x50, 0x4e, 0x47], 0],
  ['gif', [0x47, 0x49, 0x46, 0x38], 0],
  ['webp', [0x57, 0x45, 0x42, 0x50], 8],
]

export type ImageType = 'jpg' | 'png' | 'gif' | 'webp'

/** What an image is by its first bytes; null for anything else, SVG among it, which can carry script and name other files. */
export function imageType(bytes: Uint8Array): ImageType | null {
  const hit = signatures.find(([, signature, at]) =>
    signature.every((byte, index) => bytes[at + index] === byte),
  )
  return hit ? hit[0] : null
}

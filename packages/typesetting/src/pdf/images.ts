import type { Compiler } from './engine.ts'
import { workspace } from './set-bulletin.ts'

const signatures: readonly [extension: string, bytes: readonly number[], at: number][] = [
  ['jpg', [0xff, 0xd8, 0xff], 0],
  ['png', [0x89, 0x50, 0x4e, 0x47], 0],
  ['gif', [0x47, 0x49, 0x46, 0x38], 0],
  ['webp', [0x57, 0x45, 0x42, 0x50], 8],
]

/** jpg, png, gif or webp by the first bytes; null for anything else, SVG among it, which can name other files. */
export function imageFormat(bytes: Uint8Array): string | null {
  const hit = signatures.find(([, signature, at]) =>
    signature.every((byte, index) => bytes[at + index] === byte),
  )
  return hit ? hit[0] : null
}

/** Maps images under names of our own, never the caller's. One whose format is unknown is left out. */
export function mapImages(
  compiler: Compiler,
  images: Readonly<Record<string, Uint8Array>>,
): Record<string, string> {
  const paths: Record<string, string> = Object.create(null)
  for (const [index, [key, bytes]] of Object.entries(images).entries()) {
    const format = imageFormat(bytes)
    if (!format) continue
    paths[key] = `image-${index}.${format}`
    compiler.mapShadow(`${workspace}/${paths[key]}`, Buffer.from(bytes))
  }
  return paths
}

/** Forgets the images of a job. */
export function unmapImages(compiler: Compiler, paths: Readonly<Record<string, string>>): void {
  for (const path of Object.values(paths)) compiler.unmapShadow(`${workspace}/${path}`)
}

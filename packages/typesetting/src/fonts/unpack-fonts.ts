import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Face } from './find-faces.ts'

/** Decompresses WOFF2; the package ships no types. */
type Wawoff2 = { decompress(bytes: Uint8Array): Promise<Uint8Array> }

/** Where unpacked fonts are kept when the caller names no folder: beside the packages they come from. */
export function defaultFontCache(face: Face): string {
  const at = face.file.lastIndexOf(`${path.sep}node_modules${path.sep}`)
  return path.join(face.file.slice(0, at), 'node_modules', '.cache', 'jianbao-fonts')
}

/**
 * A face as a file the typesetting engine reads: a WOFF2 is unpacked once into the cache folder.
 * Written beside and renamed, so two processes at once are safe and a broken run leaves nothing half done.
 */
export async function unpackFace(face: Face, cacheFolder?: string): Promise<Face> {
  if (!face.file.endsWith('.woff2')) return face
  const folder = cacheFolder ?? defaultFontCache(face)
  const size = statSync(face.file).size
  const target = path.join(folder, `${path.basename(face.file, '.woff2')}-${size}.ttf`)
  if (!existsSync(target)) {
    const { decompress } = createRequire(import.meta.url)('wawoff2') as Wawoff2
    const font = await decompress(readFileSync(face.file))
    mkdirSync(folder, { recursive: true })
    const beside = `${target}.${randomBytes(6).toString('hex')}`
    writeFileSync(beside, font)
    renameSync(beside, target)
  }
  return { ...face, file: target }
}

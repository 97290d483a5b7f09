import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import type { Face } from './find-faces.ts'

/** Where unpacked fonts are kept when the caller names no folder: beside the packages they come from. */
function defaultCache(face: Face): string {
  const at = face.file.lastIndexOf(`${path.sep}node_modules${path.sep}`)
  return path.join(face.file.slice(0, at), 'node_modules', '.cache', 'jianbao-fonts')
}

/**
 * A face as a file the typesetting engine reads: a WOFF2 is unpacked once into the cache folder, or into one in
 * the user's home where that may not be written.
 * Written beside and renamed, so two processes at once are safe and a broken run leaves nothing half done.
 */
export async function unpackFace(face: Face, cacheFolder?: string): Promise<Face> {
  if (!face.file.endsWith('.woff2')) return face
  const folders = [cacheFolder ?? defaultCache(face), path.join(homedir(), '.cache', 'jianbao-fonts')]
  const name = `${path.basename(face.file, '.woff2')}-${statSync(face.file).size}.ttf`
  const known = folders.map(folder => path.join(folder, name)).find(existsSync)
  if (known) return { ...face, file: known }
  // Loaded only here: its compiled code is large and is wanted once.
  const { default: wawoff2 } = await import('wawoff2')
  const font = await wawoff2.decompress(readFileSync(face.file))
  const folder = folders.find(writable) ?? folders[0]!
  const target = path.join(folder, name)
  const beside = `${target}.${randomBytes(6).toString('hex')}`
  writeFileSync(beside, font)
  renameSync(beside, target)
  return { ...face, file: target }
}

function writable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false // a read-only installation: the next folder may do
  }
}

import { basename } from 'node:path'
import { Problem } from '@jianbao/errors'
import type { Entry, ZipFile } from 'yauzl'
import { checkManuscript } from '../read-manuscript.ts'
import { entryName, isFurniture, nameFault, shownName } from './entry-name.ts'
import { listEntries, openZip, readEntry, ZipFault } from './open-zip.ts'

export type UnpackLimits = {
  /** Of one file, unpacked. */
  readonly limitBytes: number
  readonly maxFiles: number
  /** Of all files together, unpacked. */
  readonly maxTotalBytes: number
}
/** `fileName` is the path inside the ZIP, to be shown: it is never a path on a disk. */
export type UnpackedManuscript =
  | { readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly fileName: string; readonly problem: Problem }

const mebibyte = 1024 * 1024
const isLink = (entry: Entry) => ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000

/**
 * The manuscripts of a ZIP one by one, in its order; one that cannot be read comes with its Problem and the others go on.
 * Folders and what systems leave beside files are passed over. Nothing is written to disk, so no name can lead anywhere.
 * @throws Problem `zip-unusable` when it is no ZIP, is cut off or holds more than allowed
 */
export async function* unpackManuscripts(
  zipPath: string,
  limits: UnpackLimits,
): AsyncGenerator<UnpackedManuscript> {
  const file = basename(zipPath)
  let zip: ZipFile | undefined
  try {
    zip = await openZip(zipPath)
    // Folders and furniture count too: a directory of millions is refused before it is read.
    const all = await listEntries(zip, limits.maxFiles * 3 + 100)
    const entries = all
      .map(entry => ({ entry, name: entryName(entry) }))
      .filter(({ name }) => !isFurniture(name))
    refuseTooMuch(entries, limits)
    const taken = new Map<string, number>()
    for (const { entry, name } of entries) {
      const fileName = freeName(shownName(name), taken)
      yield await unpack(zip, entry, name, fileName, limits)
    }
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    throw new Problem('zip-unusable', { file, reason: error.message }, { cause: error })
  } finally {
    zip?.close()
  }
}

function refuseTooMuch(entries: readonly { entry: Entry }[], limits: UnpackLimits): void {
  if (entries.length === 0) throw new ZipFault('里面没有文件')
  if (entries.length > limits.maxFiles)
    throw new ZipFault(`里面有 ${entries.length} 个文件，超过 ${limits.maxFiles} 个的上限`)
  // What an entry claims is held against it when it is unpacked, so the claims can be added up.
  const total = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
  if (total > limits.maxTotalBytes)
    throw new ZipFault(
      `解开后共 ${Math.ceil(total / mebibyte)} MB，超过 ${Math.floor(limits.maxTotalBytes / mebibyte)} MB 的上限`,
    )
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  name: string,
  fileName: string,
  { limitBytes }: UnpackLimits,
): Promise<UnpackedManuscript> {
  const fault = isLink(entry) ? '这是一个链接，不是文件' : nameFault(name)
  if (fault) {
    const shown = basename(fileName)
    return { fileName: shown, problem: new Problem('file-unreadable', { file: shown, reason: fault }) }
  }
  try {
    if (entry.uncompressedSize > limitBytes)
      throw new Problem('file-too-large', {
        file: fileName,
        limitMiB: Math.max(1, Math.floor(limitBytes / mebibyte)),
      })
    if (entry.isEncrypted()) throw new Problem('file-locked', { file: fileName })
    const bytes = await readEntry(zip, entry, limitBytes)
    await checkManuscript(bytes, { file: fileName, limitBytes })
    return { fileName, bytes }
  } catch (error) {
    if (error instanceof Problem) return { fileName, problem: error }
    if (!(error instanceof ZipFault)) throw error
    return {
      fileName,
      problem: new Problem('file-damaged', { file: fileName, reason: error.message }, { cause: error }),
    }
  }
}

// Two files of one name: the second is told apart as a desktop would. The last number of each name is kept, for a ZIP
// may hold one name 20,000 times.
function freeName(name: string, taken: Map<string, number>): string {
  let last = taken.get(name)
  taken.set(name, last ?? 1)
  if (last === undefined) return name
  let free: string
  do free = name.replace(/(\.[^./]*)?$/, `（${++last}）$1`)
  while (taken.has(free))
  taken.set(name, last).set(free, 1)
  return free
}

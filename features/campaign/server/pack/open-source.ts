/** The files of a pack out of a folder or a ZIP of one. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Problem } from '@jianbao/errors'
import {
  entryName,
  isFurniture,
  listEntries,
  nameFault,
  openZip,
  readEntry,
  shownName,
  ZipFault,
} from '@jianbao/intake/zip'
import type { PackProblem } from '../../contract/index.ts'
import { type PackFile, type PackSource, packFiles } from './pack.types.ts'

/** More than any honest file has: how large one may really be is said where it is parsed. */
const mostBytes = 1024 * 1024
const mostEntries = 100

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name)
const packFile = (name: string): PackFile | undefined => packFiles.find(file => file === name)

function unknownFile(file: string): PackProblem {
  const details = { choices: packFiles.join('、') }
  return { code: 'file-unknown', file: shownName(file), line: null, place: '', details }
}

/** Throws the file system's errors for a folder that cannot be read. */
export async function openPackFolder(folder: string): Promise<PackSource> {
  const files = new Map<PackFile, Uint8Array>()
  const problems: PackProblem[] = []
  for (const name of (await readdir(folder)).filter(isYaml).sort()) {
    const known = packFile(name)
    if (!known) {
      problems.push(unknownFile(name))
      continue
    }
    const path = join(folder, name)
    const { size } = await stat(path)
    if (size > mostBytes)
      problems.push({
        ...{ code: 'file-large', file: name, line: null, place: '' },
        details: { size: Math.ceil(size / 1024), limit: 256 },
      })
    else files.set(known, await readFile(path))
  }
  return { files, problems }
}

/** Throws Problem `file-not-zip` or `zip-unusable`; `label` is what the person called it. */
export async function openPackZip(bytes: Uint8Array, label: string): Promise<PackSource> {
  const file = shownName(basename(label))
  if (Buffer.from(bytes.subarray(0, 2)).toString('latin1') !== 'PK')
    throw new Problem('file-not-zip', { file })
  try {
    return await readZip(Buffer.from(bytes))
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    throw new Problem('zip-unusable', { file, reason: error.message }, { cause: error })
  }
}

async function readZip(bytes: Buffer): Promise<PackSource> {
  const zip = await openZip(bytes)
  try {
    const files = new Map<PackFile, Uint8Array>()
    const problems: PackProblem[] = []
    const entries = (await listEntries(zip, mostEntries)).map(entry => ({ entry, name: entryName(entry) }))
    const real = entries.filter(({ name }) => !isFurniture(name))
    const fault = real.map(({ name }) => nameFault(name)).find(found => found !== null)
    if (fault) throw new ZipFault(fault)
    // A folder that was packed as a whole: all of it lies in that folder.
    const top = /^([^/]+\/)/.exec(real[0]?.name ?? '')?.[1] ?? ''
    const inside = top !== '' && real.every(({ name }) => name.startsWith(top)) ? top.length : 0
    for (const { entry, name } of real) {
      const rest = name.slice(inside)
      const known = packFile(rest)
      if (!known) {
        if (isYaml(rest)) problems.push(unknownFile(rest))
      } else if (files.has(known))
        problems.push({ code: 'file-twice', file: known, line: null, place: '', details: {} })
      else files.set(known, await readEntry(zip, entry, mostBytes))
    }
    return { files, problems }
  } finally {
    zip.close()
  }
}

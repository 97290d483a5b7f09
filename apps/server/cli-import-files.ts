import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Problem } from '@jianbao/errors'
import { refusalOf } from './cli-arguments.ts'

export type Named = { readonly path: string } | { readonly path: string; readonly problem: Problem }

/** What systems and Word leave beside the files of a person. */
const furniture = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i

/** The files a person named, those of folders in the order of their names; what cannot be opened comes with its reason. */
export async function listNamed(paths: readonly string[]): Promise<Named[]> {
  const found: Named[] = []
  for (const path of paths) found.push(...(await list(path)))
  return found
}

async function list(path: string): Promise<Named[]> {
  try {
    const facts = await stat(path)
    if (facts.isFile()) return [{ path }]
    if (!facts.isDirectory())
      return [{ path, problem: new Problem('file-unreadable', { file: path, reason: '不是普通文件' }) }]
    const entries = await readdir(path, { withFileTypes: true })
    // Links are not followed: one may lead back to where it lies.
    const inside = entries.filter(
      entry => (entry.isFile() || entry.isDirectory()) && !furniture.test(entry.name),
    )
    const names = inside.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'zh', { numeric: true }))
    return await listNamed(names.map(name => join(path, name)))
  } catch (error) {
    return [{ path, problem: error instanceof Problem ? error : refusalOf(error, path) }]
  }
}

/** By its name: a DOCX is a ZIP too. */
export function isZipName(path: string): boolean {
  return /\.zip$/i.test(basename(path))
}

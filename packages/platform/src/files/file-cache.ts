import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Things that can be made again at any time, such as the PDF of an issue. */
export type FileCache = {
  /** The bytes under `key`, made by `make` when they are not there. Two calls at once make them once. */
  get(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>
}

/** Opens a cache in `folder` that keeps the `limitFiles` files used last. `key` may be any text. */
export async function openFileCache(folder: string, limitFiles = 500): Promise<FileCache> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const making = new Map<string, Promise<Uint8Array>>()
  const load = async (path: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const there = await readFile(path).catch(absent)
    if (there?.length) {
      const now = new Date()
      await utimes(path, now, now)
      return there
    }
    const bytes = await make()
    const temporary = `${path}.${randomUUID()}`
    await writeFile(temporary, bytes, { mode: 0o600, flush: true })
    await rename(temporary, path)
    await prune(folder, limitFiles)
    return bytes
  }
  return {
    get: (key, make) => {
      const name = createHash('sha256').update(key).digest('hex')
      const running = making.get(name)
      if (running) return running
      const run = load(join(folder, name), make).finally(() => making.delete(name))
      making.set(name, run)
      return run
    },
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

async function prune(folder: string, limitFiles: number): Promise<void> {
  const names = await readdir(folder)
  if (names.length <= limitFiles) return
  const aged = await Promise.all(
    names.map(async name => ({ name, used: (await stat(join(folder, name)).catch(absent))?.mtimeMs ?? 0 })),
  )
  aged.sort((a, b) => a.used - b.used)
  for (const { name } of aged.slice(0, names.length - limitFiles))
    await rm(join(folder, name), { force: true })
}

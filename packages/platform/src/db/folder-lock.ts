/** One process per data folder: two PGlite on the same files would destroy them. */
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly folder: string
  readonly pid: number

  constructor(folder: string, pid: number) {
    super(`the data folder ${folder} is in use by process ${pid}`)
    this.folder = folder
    this.pid = pid
  }
}

type Holder = { pid: number; started: string | null }

/**
 * Takes the lock file of `folder`; the lock of a dead process is taken over.
 * Throws FolderInUse when another living process holds it.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'process.lock')
  const mine: Holder = { pid: process.pid, started: await startOf(process.pid) }
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const file = await open(path, 'wx', 0o600)
      await file.writeFile(JSON.stringify(mine))
      await file.sync()
      await file.close()
      return { release: () => rm(path, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = await readHolder(path)
    if (holder && (await lives(holder))) throw new FolderInUse(folder, holder.pid)
    await rm(path, { force: true })
  }
  throw new FolderInUse(folder, 0)
}

async function readHolder(path: string): Promise<Holder | null> {
  // An empty file is a lock just being written, or one cut off by a power failure: look a second time.
  for (let look = 0; look < 2; look++) {
    const text = await readFile(path, 'utf8').catch(() => '')
    try {
      return JSON.parse(text) as Holder
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  return null
}

async function lives(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  // The same number may meanwhile belong to another process, or to us after a restart in a container.
  const started = await startOf(holder.pid)
  return holder.started === null || started === null ? holder.pid !== process.pid : holder.started === started
}

/** Start time of a process in clock ticks since boot, where /proc tells it (proc(5), field 22 of stat). */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

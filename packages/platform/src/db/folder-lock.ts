/** One process per data folder: two PGlite on the same files would destroy them. */
import { randomUUID } from 'node:crypto'
import { constants, copyFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
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

type Holder = { pid: number; started: string | null; token: string }
type Taken = { release(): Promise<void> } | { holder: Holder | null }

/**
 * Takes the lock file of `folder`; the lock of a dead process is taken over.
 * Throws FolderInUse when another living process holds it.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  await mkdir(folder, { recursive: true })
  const taken = await take(join(folder, 'process.lock'))
  if ('release' in taken) return taken
  throw new FolderInUse(folder, taken.holder?.pid ?? 0)
}

async function take(path: string): Promise<Taken> {
  const mine = JSON.stringify({
    pid: process.pid,
    started: await startOf(process.pid),
    token: randomUUID(),
  } satisfies Holder)
  let last: Holder | null = null
  for (let attempt = 0; attempt < 40; attempt++) {
    if (await create(path, mine)) return { release: () => removeIf(path, mine) }
    const found = await readSettled(path)
    if (found === null) continue
    last = parse(found)
    if (last && (await lives(last))) return { holder: last }
    // Only who holds the takeover lock may remove a dead one, and only the very one that was judged dead.
    const takeover = await take(`${path}.takeover`)
    if ('release' in takeover) {
      await removeIf(path, found)
      await takeover.release()
    } else await pause()
  }
  return { holder: last }
}

/** Puts `text` at `path` in one step, so that nobody ever sees a lock half written; false when one is there. */
async function create(path: string, text: string): Promise<boolean> {
  const temporary = `${path}.${randomUUID()}`
  try {
    await writeFile(temporary, text, { flag: 'wx', mode: 0o600, flush: true })
    await link(temporary, path).catch(async (error: NodeJS.ErrnoException) => {
      // FAT and some network folders know no hard links.
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(error.code ?? '')) throw error
      await copyFile(temporary, path, constants.COPYFILE_EXCL)
    })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(temporary, { force: true })
  }
}

async function removeIf(path: string, text: string): Promise<void> {
  if ((await read(path)) === text) await rm(path, { force: true })
}

async function read(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** Text of a lock; one cut off by a power failure, or just being written by an older version, is looked at twice. */
async function readSettled(path: string): Promise<string | null> {
  const text = await read(path)
  if (text === null || parse(text)) return text
  await pause()
  return read(path)
}

function parse(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'pid' in value ? (value as Holder) : null
  } catch {
    return null
  }
}

const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 50))

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

/** What the chain was at some moments, kept in a file outside the database: a chain that was written anew is found. */
import { createReadStream } from 'node:fs'
import { appendFile, open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { sql } from 'drizzle-orm'
import type { Clock } from '../clock/index.ts'
import { type Database, rowsOf } from '../db/index.ts'
import { chainHead } from './chain-head.ts'

/** The hash an entry had, by its number. */
export type Anchor = { readonly id: number; readonly hash: string }

/** The name of the file in the data folder. */
export const anchorFile = 'audit-anchors.txt'
const line = /^(\d{1,15}) ([0-9a-f]{64}) \S+$/

/** The anchors of a file, one a line; a line that was cut off by a power failure is passed over. */
export async function* readAnchors(path: string): AsyncGenerator<Anchor> {
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const text of lines) {
    const [, id, hash] = line.exec(text.trim()) ?? []
    if (id && hash) yield { id: Number(id), hash }
  }
}

export type AnchorKeeper = {
  /** Writes down where the chain stands, when that is news. */
  keep(): Promise<void>
  /** The last time; afterwards nothing is written. */
  close(): Promise<void>
}

/**
 * Keeps anchors in the file at `path` (for its owner alone): now, whenever the chain has grown (looked at each
 * `everyMs`), and at the end. A file that cannot be written stops nothing; `onError` hears of it.
 */
export async function openAnchors(options: {
  db: Database
  clock: Clock
  path: string
  everyMs?: number
  onError: (error: unknown) => void
}): Promise<AnchorKeeper> {
  const { db, clock, path, everyMs = 60_000, onError } = options
  let last = await findLast(path).catch(onError)
  if (last && !(await stands(db, last)))
    onError(new Error('the audit trail is not what its last anchor says: verify it'))
  let busy: Promise<void> = Promise.resolve()
  const write = async (): Promise<void> => {
    const { id, hash } = await chainHead(db)
    if (id === 0 || last === `${id} ${hash}`) return
    const start = last === '' ? '\n' : ''
    await appendFile(path, `${start}${id} ${hash} ${clock.now().toISOString()}\n`, {
      mode: 0o600,
      flush: true,
    })
    last = `${id} ${hash}`
  }
  const keep = (): Promise<void> => {
    busy = busy.then(write).catch(onError)
    return busy
  }
  await keep()
  const timer = setInterval(() => void keep(), everyMs)
  timer.unref()
  return {
    keep,
    close: async () => {
      clearInterval(timer)
      await keep()
    },
  }
}

async function stands(db: Database, anchor: string): Promise<boolean> {
  const [id = '', hash] = anchor.split(' ')
  if (!line.test(`${anchor} -`)) return true
  return (await rowsOf(db, sql`select 1 from audit_entry where id = ${id} and hash = ${hash}`)).length > 0
}

/** Number and hash of the last line; an empty text after a line that was cut off. */
async function findLast(path: string): Promise<string | undefined> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return undefined
  try {
    const { size } = await file.stat()
    const length = Math.min(size, 256)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
    const text = buffer.toString()
    if (length && !text.endsWith('\n')) return ''
    return text.trimEnd().split('\n').at(-1)?.split(' ').slice(0, 2).join(' ')
  } finally {
    await file.close()
  }
}

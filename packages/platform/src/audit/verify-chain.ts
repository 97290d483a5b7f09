import { sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../db/index.ts'
import type { Anchor } from './anchors.ts'
import { type ChainEntry, entryHash } from './entry-hash.ts'

/**
 * What is wrong with a chain, and the number of the first entry it is wrong at:
 * `changed` (its content, or its place: inserted, swapped), `missing` (it was removed), `cut-off` (all from it on were
 * removed), `surplus` (it stands behind the end), `head` (the end of the chain says another hash),
 * `rewritten` (whole in itself, but not what an anchor kept of it).
 */
export type ChainFault = {
  readonly kind: 'changed' | 'missing' | 'cut-off' | 'surplus' | 'head' | 'rewritten'
  readonly id: number
}

export type ChainReport = {
  /** Entries that were checked: all, or those before the fault. */
  readonly checked: number
  readonly head: { readonly id: number; readonly hash: string }
  readonly anchors: number
  readonly fault: ChainFault | null
}

const atOnce = 2_000

type End = { id: number; hash: string; last: number; entries: number }

/**
 * Walks the whole chain as it stands at the call, some entries at a time, then asks for each anchor whether its entry
 * still is what it was. Runs as the owner of the tables. `onProgress` hears how many of how many were checked.
 */
export async function verifyChain(
  db: Database,
  options: {
    anchors?: AsyncIterable<Anchor>
    onProgress?: (checked: number, total: number) => void
  } = {},
): Promise<ChainReport> {
  const { anchors = none(), onProgress = () => undefined } = options
  const end = await findEnd(db)
  const head = { id: end.id, hash: end.hash }
  const walked = await walk(db, end, onProgress)
  if (walked.fault) return { checked: walked.checked, head, anchors: 0, fault: walked.fault }
  const anchored = await compare(db, anchors, end)
  return { checked: walked.checked, head, ...anchored }
}

/** One statement, one moment: what is written meanwhile lies behind the end. */
async function findEnd(db: Database): Promise<End> {
  const [row] = await rowsOf<Record<'id' | 'hash' | 'last' | 'entries', string | null>>(
    db,
    sql`select h.id::text, h.hash, e.last, e.entries
      from (select max(id)::text as last, count(*)::text as entries from audit_entry) as e left join audit_head h on true`,
  )
  const { id, hash, last, entries } = row!
  return { id: Number(id ?? 0), hash: hash ?? '', last: Number(last ?? 0), entries: Number(entries) }
}

type Walked = { checked: number; fault: ChainFault | null }

async function walk(db: Database, end: End, onProgress: (n: number, total: number) => void): Promise<Walked> {
  const upTo = Math.max(end.id, end.last)
  let previous = { id: 0, hash: '' }
  let checked = 0
  const stop = (kind: ChainFault['kind'], id: number): Walked => ({ checked, fault: { kind, id } })
  while (previous.id < end.last) {
    const entries = await readEntries(db, previous.id, end.last)
    if (!entries.length) break
    for (const entry of entries) {
      const id = Number(entry.id)
      const expected = previous.id + 1
      if (id > end.id) return stop('surplus', id)
      if (id > expected) return stop('missing', expected)
      if (id < expected || entry.hash !== entryHash(previous.hash, entry)) return stop('changed', id)
      previous = { id, hash: entry.hash }
      checked++
    }
    onProgress(checked, upTo)
  }
  if (previous.id < end.id) return stop('cut-off', previous.id + 1)
  if (previous.hash !== end.hash) return stop('head', end.id)
  // Two entries with one number, where one of them lay out of sight.
  return end.entries === checked ? { checked, fault: null } : stop('surplus', end.id)
}

function readEntries(db: Database, after: number, upTo: number): Promise<ChainEntry[]> {
  return rowsOf<ChainEntry>(
    db,
    sql`select id::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_kind, actor_id,
        actor_name, unit_id::text, unit_name, action, object, words, outcome, before::text, after::text, hash
      from audit_entry as e where e.id > ${after} and e.id <= ${upTo} order by e.id limit ${atOnce}`,
  )
}

async function compare(
  db: Database,
  anchors: AsyncIterable<Anchor>,
  { last }: End,
): Promise<{ anchors: number; fault: ChainFault | null }> {
  let compared = 0
  let first: number | null = null
  for await (const some of inHandfuls(anchors)) {
    const ids = [...new Set(some.map(({ id }) => id))]
    const rows = await rowsOf<{ id: string; hash: string }>(
      db,
      sql`select id::text, hash from audit_entry where id = any(${`{${ids.join(',')}}`}::bigint[])`,
    )
    const hashes = new Map(rows.map(({ id, hash }) => [Number(id), hash]))
    for (const { id, hash } of some) if (hashes.get(id) !== hash && (first === null || id < first)) first = id
    compared += some.length
  }
  if (first === null) return { anchors: compared, fault: null }
  const fault: ChainFault =
    first > last ? { kind: 'cut-off', id: last + 1 } : { kind: 'rewritten', id: first }
  return { anchors: compared, fault }
}

async function* inHandfuls(anchors: AsyncIterable<Anchor>): AsyncGenerator<Anchor[]> {
  let some: Anchor[] = []
  for await (const anchor of anchors) {
    some.push(anchor)
    if (some.length < atOnce) continue
    yield some
    some = []
  }
  if (some.length) yield some
}

async function* none(): AsyncGenerator<Anchor> {}

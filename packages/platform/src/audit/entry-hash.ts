import { createHash } from 'node:crypto'

/** An entry as it lies in the database, every part as text; see `audit_hash` in migrations/0002-chain.sql. */
export type ChainEntry = {
  readonly id: string
  /** UTC with microseconds. */
  readonly at: string
  readonly actor_kind: string
  readonly actor_id: string
  readonly actor_name: string | null
  readonly unit_id: string | null
  readonly unit_name: string | null
  readonly action: string
  readonly object: string | null
  readonly words: string | null
  readonly outcome: string
  readonly before: string | null
  readonly after: string | null
  readonly hash: string
}

/**
 * SHA-256 (hex) of an entry and of the hash before it; the first entry has an empty one before it. The same text is
 * put together here as in the database, so that checking trusts none of the database's functions.
 */
export function entryHash(previous: string, entry: Omit<ChainEntry, 'hash'>): string {
  const { id, at, actor_kind, actor_id, actor_name, unit_id, unit_name } = entry
  const { action, object, words, outcome, before, after } = entry
  const who = [actor_kind, actor_id, actor_name, unit_id, unit_name]
  const parts = [previous, id, at, ...who, action, object, words, outcome, before, after]
  return createHash('sha256').update(parts.map(toPart).join('')).digest('hex')
}

/** Its bytes counted, so that no two entries give the same text. */
function toPart(value: string | null): string {
  return value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`
}

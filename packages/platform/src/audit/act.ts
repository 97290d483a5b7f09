import { sql } from 'drizzle-orm'
import type { Clock } from '../clock/index.ts'
import { type Database, withRole } from '../db/index.ts'

/** Who acts: a person by id, or the system itself (the demonstration loader, the command line). */
export type Actor =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'system'; readonly id: string }

export type Deed = { readonly actor: Actor; readonly action: string; readonly object: string | null }

/** What the trail says besides who and when; `work` fills in what it knows. No personal datum in the clear. */
export type EntryDraft = {
  /** How people call what was acted on. */
  words?: string | null
  /** The unit it was about; without it that of the actor. */
  unitId?: string | null
  before?: object | null
  after?: object | null
}

/**
 * One action = one transaction = one audit entry: either both are there or neither.
 * `object` of the deed names what was acted on (an id, never content), where that is known only afterwards as a
 * function of the result; errors of `work` pass through.
 */
export async function act<T>(
  db: Database,
  clock: Clock,
  deed: Omit<Deed, 'object'> & { readonly object: string | null | ((result: T) => string) },
  work: (tx: Database, entry: EntryDraft) => Promise<T>,
): Promise<T> {
  return db.transaction(async tx => {
    const entry: EntryDraft = {}
    const result = await work(tx, entry)
    const object = typeof deed.object === 'function' ? deed.object(result) : deed.object
    await withRole(tx, 'owner', () => writeEntry(tx, clock, { ...deed, object }, 'done'))
    return result
  })
}

/** Records that a person tried an action and was refused, with the problem's code. */
export async function noteRefusal(db: Database, clock: Clock, deed: Deed, code: string): Promise<void> {
  await writeEntry(db, clock, deed, code)
}

async function writeEntry(db: Database, clock: Clock, deed: Deed, outcome: string): Promise<void> {
  await db.execute(sql`insert into audit_entry (at, actor_kind, actor_id, action, object, outcome)
    values (${clock.now().toISOString()}, ${deed.actor.kind}, ${deed.actor.id}, ${deed.action}, ${deed.object}, ${outcome})`)
}

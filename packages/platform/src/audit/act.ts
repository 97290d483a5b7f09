import { sql } from 'drizzle-orm'
import type { Clock } from '../clock/index.ts'
import { type Database, plannedOnce, storableText } from '../db/index.ts'
import { changeText } from './change.ts'

/**
 * Who acts: a person by id, or the system itself (the demonstration loader, the command line). `unitId` is the unit a
 * person acts in; left out, the one they belong to.
 */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly unitId?: string | null }
  | { readonly kind: 'system'; readonly id: string }

export type Deed = { readonly actor: Actor; readonly action: string; readonly object: string | null }

/** What the trail says besides who and when; `work` fills in what it knows. No personal datum in the clear. */
export type EntryDraft = {
  /** How people call what was acted on. */
  words?: string | null
  /** The unit it was about; without it that of the actor. */
  unitId?: string | null
  /** What it was and what it became; what is the same in both is left out, what is secret shows only that it changed. */
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
    await writeEntry(tx, clock, { ...deed, object }, 'done', entry)
    return result
  })
}

/** Records what was done and is done already, or belongs to no transaction: a sign-in, the end of a session. */
export async function noteDeed(
  db: Database,
  clock: Clock,
  deed: Deed,
  entry: EntryDraft = {},
): Promise<void> {
  await writeEntry(db, clock, deed, 'done', entry)
}

/** Records that a person tried an action and was refused, with the problem's code. */
export async function noteRefusal(
  db: Database,
  clock: Clock,
  deed: Deed,
  code: string,
  entry: EntryDraft = {},
): Promise<void> {
  await writeEntry(db, clock, deed, code, entry)
}

/** The database adds the names of the time and, as the last thing of the transaction, number and hash. */
async function writeEntry(
  db: Database,
  clock: Clock,
  { actor, action, object }: Deed,
  outcome: string,
  { words = null, unitId, before, after }: EntryDraft,
): Promise<void> {
  const unit = unitId ?? (actor.kind === 'person' ? actor.unitId : null) ?? null
  // What was asked for may be anything: a refused address need not be an id.
  const [what, called] = [object, words].map(text => text && storableText(text).slice(0, 500))
  const change = changeText(before ?? null, after ?? null)
  await db.execute(
    plannedOnce(sql`select write_audit_entry(${clock.now().toISOString()}, ${actor.kind}, ${actor.id}, ${unit},
    ${action}, ${what}, ${called}, ${outcome}, ${change.before}, ${change.after})`),
  )
}

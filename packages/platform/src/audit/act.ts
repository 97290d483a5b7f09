import { sql } from 'drizzle-orm'
import type { Clock } from '../clock/index.ts'
import type { Database } from '../db/index.ts'

/** Who acts: a person by id, or the system itself (the demonstration loader, the command line). */
export type Actor =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'system'; readonly id: string }

export type Deed = { readonly actor: Actor; readonly action: string; readonly object: string | null }

/** One action of a route: a transaction with its audit entry, the actor and action already known. */
export type Act = <T>(object: ActedOn<T>, work: (tx: Database) => Promise<T>) => Promise<T>

/** What was acted on, where that is known only afterwards as a function of the result. */
type ActedOn<T> = string | null | ((result: T) => string)

/**
 * One action = one transaction = one audit entry: either both are there or neither.
 * `object` of the deed names what was acted on (an id, never content); errors of `work` pass through.
 */
export async function act<T>(
  db: Database,
  clock: Clock,
  deed: Omit<Deed, 'object'> & { readonly object: ActedOn<T> },
  work: (tx: Database) => Promise<T>,
): Promise<T> {
  return db.transaction(async tx => {
    const result = await work(tx)
    const object = typeof deed.object === 'function' ? deed.object(result) : deed.object
    await writeEntry(tx, clock, { ...deed, object }, 'done')
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

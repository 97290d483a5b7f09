import { sql } from 'drizzle-orm'
import type { EntryDraft } from '../audit/index.ts'
import { type Database, plannedOnce } from '../db/index.ts'
import type { Role } from './role.ts'
import { behind, type Scope } from './scope.ts'

/** Who a transaction is for; `personId` null: nobody signed in. */
export type Bearer = { readonly scope: Scope; readonly personId: string | null }

/** Reads in one transaction that cannot write and sees what lies in the scope: the route's, or that of `roles`. */
export type Read = <T>(
  work: (tx: Database, scope: Scope) => Promise<T>,
  roles?: readonly Role[],
) => Promise<T>

/**
 * The action of a route: one transaction in the caller's scope, with its audit entry. `object` names what was acted on
 * (an id, never content), where that is known only afterwards as a function of the result; `entry` takes what else
 * the trail should say.
 */
export type Act = <T>(
  object: string | null | ((result: T) => string),
  work: (tx: Database, scope: Scope, entry: EntryDraft) => Promise<T>,
) => Promise<T>

/**
 * The second lock: from here to its end the transaction reads and writes as `jianbao_desk`, and the policies of the
 * tables let it touch only what lies in the scope. `readOnly`: it cannot write at all.
 */
export async function enterScope(tx: Database, { scope, personId }: Bearer, readOnly = false): Promise<void> {
  const paths = scope.roots.map(root => root.path)
  const last = paths.at(-1)
  await tx.execute(
    plannedOnce(sql`select set_config('role', 'jianbao_desk', true),
    set_config('app.scope_from', ${paths[0] ?? ''}, true),
    set_config('app.scope_to', ${last === undefined ? '' : behind(last)}, true),
    set_config('app.scope_roots', ${paths.length > 1 ? paths.join(',') : ''}, true),
    set_config('app.content', ${scope.content ? 'yes' : 'no'}, true),
    set_config('app.person', ${personId ?? ''}, true),
    set_config('transaction_read_only', ${readOnly ? 'on' : 'off'}, true)`),
  )
}

/** One transaction that only reads, within the scope of its bearer. */
export function readInScope<T>(db: Database, bearer: Bearer, work: (tx: Database) => Promise<T>): Promise<T> {
  return db.transaction(async tx => {
    await enterScope(tx, bearer, true)
    return work(tx)
  })
}

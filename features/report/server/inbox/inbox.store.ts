/** What lies on the caller's desks. A desk is theirs by a post in its very unit; that and the scope are the first lock. */
import { type Person, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type InboxState, type InboxTab, inboxCountedTo, inboxStates } from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'

export type InboxCounts = Record<InboxTab, number>

/** Ids of the units in which somebody is an editor; with `only` at most that one. */
export function desksOf({ posts }: Person, only?: string): string[] {
  const ids = new Set(posts.filter(post => post.role === 'editor').map(post => post.unitId))
  return [...ids].filter(id => only === undefined || id === only)
}

/** The reports `r` in the inboxes of these units; one is compared by itself, which keeps the order of the index. */
export function inInboxes({ scope }: Viewer, desks: readonly string[]): SQL {
  const list = `{${desks.join(',')}}`
  const its = desks.length === 1 ? sql`r.inbox_id = ${desks[0]!}` : sql`r.inbox_id = any (${list}::uuid[])`
  return sql`${its} and ${within(scope, sql`r.scope_path`)}`
}

type Counted = { state: string; count: number }

/** By the tally that the database keeps: all that lies on the desks, under no filter. */
export async function tallyInboxes(tx: Database, desks: readonly string[]): Promise<InboxCounts> {
  const rows = await rowsOf<Counted>(
    tx,
    sql`select state, sum(difference)::int as count from inbox_tally
      where inbox_id = any (${`{${desks.join(',')}}`}::uuid[]) group by state`,
  )
  return countsOf(rows)
}

/** Under filters that no tally knows: each state along its own index, as far as lists are counted. */
export async function countInboxes(
  tx: Database,
  where: SQL,
): Promise<{ counts: InboxCounts; more: boolean }> {
  const states = sql.join(
    inboxStates.map(
      state => sql`select ${state}::text as state, (select count(*)::int from (select from report r
        where ${where} and r.state = ${state} limit ${inboxCountedTo + 1}) as found) as count`,
    ),
    sql` union all `,
  )
  const rows = await rowsOf<Counted>(tx, states)
  const counts = countsOf(rows.map(({ state, count }) => ({ state, count: Math.min(count, inboxCountedTo) })))
  return { counts, more: rows.some(({ count }) => count > inboxCountedTo) }
}

function countsOf(rows: readonly Counted[]): InboxCounts {
  const counts = Object.fromEntries(inboxStates.map(state => [state, 0])) as Record<InboxState, number>
  for (const { state, count } of rows) if (state in counts) counts[state as InboxState] = count
  return { ...counts, all: Object.values(counts).reduce((sum, count) => sum + count, 0) }
}

import { nameUnits } from '@jianbao/organisation/server'
import type { Person, Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { NeedPage, NeedQuery, NeedState } from '../../../contract/index.ts'
import { readableNeeds, selectNeeds } from './need.store.ts'
import { viewNeed } from './need.view.ts'

/** Needs under the filters, those that wait longest first. */
export async function listNeeds(
  tx: Database,
  scope: Scope,
  query: NeedQuery,
  person: Person | null,
): Promise<NeedPage> {
  const { page = 1, pageSize = 20 } = query
  const { where, unitName } = await filterNeeds(tx, query)
  const rows = await selectNeeds(
    tx,
    scope,
    sql`${where} and ${inState(query.state)}`,
    sql`order by ${needOrder(query)} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const counted = await rowsOf<{ state: NeedState; needs: number }>(
    tx,
    sql`select n.state, count(*)::int as needs from need n where ${readableNeeds(scope)} and ${where} group by n.state`,
  )
  const counts = { waiting: 0, accepted: 0, merged: 0, declined: 0, settled: 0 }
  for (const { state, needs } of counted) counts[state] = needs
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    rows: rows.map(row => viewNeed(row, person)),
    total: query.state ? counts[query.state] : all,
    page,
    pageSize,
    counts,
    unitName,
  }
}

export const needOrder = ({ order = 'newest' }: NeedQuery): SQL =>
  order === 'oldest' ? sql`n.created_at, n.id` : sql`n.created_at desc, n.id desc`
export const inState = (state: NeedState | undefined): SQL => (state ? sql`n.state = ${state}` : sql`true`)

/** The conditions of a query without its state, and the unit it names. */
export async function filterNeeds(
  tx: Database,
  { q, source, kind, unit }: NeedQuery,
): Promise<{ where: SQL; unitName: string | null }> {
  const words = storableText(q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
  const all = [
    sql`true`,
    ...words.map(word => sql`strpos(n.search, ${word}) > 0`),
    ...(source ? [sql`n.source = ${source}`] : []),
    ...(kind ? [sql`n.kind = ${kind}`] : []),
  ]
  const found = unit === undefined ? null : (await nameUnits(tx, [unit])).get(unit)
  if (unit !== undefined) all.push(found ? sql`starts_with(n.scope_path, ${found.path})` : sql`false`)
  return { where: sql.join(all, sql` and `), unitName: unit === undefined ? null : (found?.name ?? '') }
}

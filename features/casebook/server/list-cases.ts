import { parseSearch } from '@jianbao/archive/server'
import { nameUnits } from '@jianbao/organisation/server'
import type { Person } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { CasePage, CaseQuery, CaseState, TagCount } from '../contract/index.ts'
import { type CaseViewer, readableCases, selectCases } from './case.store.ts'
import { viewCase } from './case.view.ts'

const orders = {
  newest: sql`c.marked_at desc, c.id desc`,
  updated: sql`c.updated_at desc, c.id desc`,
  title: sql`c.title, c.id`,
} as const
const mostTags = 60

/** Cases of the caller's units, those approved above them and those public, one page. */
export async function listCases(
  tx: Database,
  viewer: CaseViewer,
  query: CaseQuery,
  person: Person | null,
): Promise<CasePage> {
  const { page = 1, pageSize = 20, state } = query
  const { where, unitName } = await filterCases(tx, query)
  const rows = await selectCases(
    tx,
    viewer,
    sql`${where} and ${inState(state)}`,
    sql`order by ${caseOrder(query)} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const counted = await rowsOf<{ state: CaseState; cases: number }>(
    tx,
    sql`select c.state, count(*)::int as cases from casebook_case c
      where ${readableCases(viewer)} and ${where} group by c.state`,
  )
  const counts = { draft: 0, approved: 0, public: 0 }
  for (const { state: its, cases } of counted) counts[its] = cases
  return {
    rows: rows.map(row => viewCase(row, person)),
    total: state ? counts[state] : counts.draft + counts.approved + counts.public,
    page,
    pageSize,
    counts,
    tags: await listTags(tx, readableCases(viewer)),
    unitName,
  }
}

export const caseOrder = ({ order = 'newest' }: CaseQuery): SQL => orders[order]
export const inState = (state: CaseState | undefined): SQL => (state ? sql`c.state = ${state}` : sql`true`)

/** The conditions of a query without its state, and the unit it names. */
export async function filterCases(
  tx: Database,
  { q, tag, unit }: CaseQuery,
): Promise<{ where: SQL; unitName: string | null }> {
  const all = [wordsStand(q), ...(tag ? [sql`c.tags @> ${`{${quoted(tag)}}`}::text[]`] : [])]
  const found = unit === undefined ? null : (await nameUnits(tx, [unit])).get(unit)
  if (unit !== undefined) all.push(found ? sql`starts_with(c.scope_path, ${found.path})` : sql`false`)
  return { where: sql.join(all, sql` and `), unitName: unit === undefined ? null : (found?.name ?? '') }
}

/** All words stand somewhere in the case, none that is excluded does; as the search of the archive reads them. */
export function wordsStand(q: string | undefined, where = sql`c.search`): SQL {
  const { must, not } = parseSearch(q ?? '')
  const tests = [
    ...must.map(({ forms }) => sql`strpos(${where}, ${forms[0]!}) > 0`),
    ...not.map(form => sql`strpos(${where}, ${form}) = 0`),
  ]
  return tests.length ? sql.join(tests, sql` and `) : sql`true`
}

const quoted = (text: string): string => `"${storableText(text).replace(/[\\"]/g, '\\$&')}"`

/** The tags of the cases that a condition lets through, the most frequent first. */
export function listTags(tx: Database, readable: SQL): Promise<TagCount[]> {
  return rowsOf<TagCount>(
    tx,
    sql`select t.tag, count(*)::int as cases from casebook_case c cross join unnest(c.tags) as t(tag)
      where ${readable} group by t.tag order by 2 desc, 1 limit ${mostTags}`,
  )
}

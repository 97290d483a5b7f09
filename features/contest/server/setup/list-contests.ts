import { nameUnits } from '@jianbao/organisation/server'
import type { Person, Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { ContestPage, ContestQuery, ContestState } from '../../contract/index.ts'
import { type ContestRow, knownContests, readCounts, selectContests } from './contest.store.ts'
import { viewContest } from './contest.view.ts'

const orders: Readonly<Record<NonNullable<ContestQuery['order']>, SQL>> = {
  newest: sql`c.created_at desc, c.id desc`,
  opens: sql`(c.rules ->> 'opensAt')::timestamptz desc, c.id desc`,
  title: sql`c.title, c.id`,
  people: sql`coalesce((select sum(t.people) from contest_unit_tally t where t.contest_no = c.no), 0) desc, c.id desc`,
}

/** Contests of the caller's units and those they take part in, one page. */
export async function listContests(
  tx: Database,
  { scope, person }: { scope: Scope; person: Person },
  query: ContestQuery,
): Promise<ContestPage> {
  const { page = 1, pageSize = 20, state } = query
  const { where, unitName } = await filterContests(tx, query)
  const rows = await selectContests(
    tx,
    scope,
    sql`${where} and ${inState(state)}`,
    sql`order by ${orders[query.order ?? 'newest']} limit ${pageSize} offset ${(page - 1) * pageSize}`,
    knownContests(scope),
  )
  const counted = await rowsOf<{ state: ContestState; contests: number }>(
    tx,
    sql`select c.state, count(*)::int as contests from contest c where ${knownContests(scope)} and ${where}
      group by c.state`,
  )
  const counts = { draft: 0, rehearsal: 0, open: 0, closed: 0, published: 0 }
  for (const { state: its, contests } of counted) counts[its] = contests
  const measures = await readCounts(
    tx,
    scope,
    rows.map(({ no }) => no),
  )
  return {
    rows: rows.map(row => viewContest(row, person, measures.get(row.no))),
    total: state ? counts[state] : Object.values(counts).reduce((sum, each) => sum + each, 0),
    ...{ page, pageSize, counts, unitName },
  }
}

/** The rows of a list for its workbook, none left out but beyond `most`. */
export async function readContestList(
  tx: Database,
  scope: Scope,
  query: ContestQuery,
  most: number,
): Promise<ContestRow[]> {
  const { where } = await filterContests(tx, query)
  return selectContests(
    tx,
    scope,
    sql`${where} and ${inState(query.state)}`,
    sql`order by ${orders[query.order ?? 'newest']} limit ${most}`,
    knownContests(scope),
  )
}

const inState = (state: ContestState | undefined): SQL => (state ? sql`c.state = ${state}` : sql`true`)
const containing = (words: string): string =>
  `%${storableText(words)
    .trim()
    .replace(/[\\%_]/g, '\\$&')}%`

/** The conditions of a query without its state, and the unit it names. */
async function filterContests(
  tx: Database,
  { q, unit }: ContestQuery,
): Promise<{ where: SQL; unitName: string | null }> {
  const words = q?.trim() ? sql`(c.title ilike ${containing(q)} or c.slug ilike ${containing(q)})` : sql`true`
  if (unit === undefined) return { where: words, unitName: null }
  const found = (await nameUnits(tx, [unit])).get(unit)
  const below = found ? sql`starts_with(c.scope_path, ${found.path})` : sql`false`
  return { where: sql`${words} and ${below}`, unitName: found?.name ?? '' }
}

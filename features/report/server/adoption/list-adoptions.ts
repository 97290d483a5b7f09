import { localInstant, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { AdoptionPage, AdoptionQuery, IssueMatch } from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'
import { type AdoptedRow, ofDesks, selectAdopted } from './adoption.store.ts'
import { showAdopted } from './adoption.view.ts'
import { matchAdopted } from './match-articles.ts'

/** What the caller's desks adopted, the newest first; with the article that one without an issue has likely become. */
export async function listAdopted(tx: Database, viewer: Viewer, query: AdoptionQuery): Promise<AdoptionPage> {
  const { page = 1, pageSize = 30, tab = 'waiting' } = query
  const where = filter(viewer, query)
  const [counted] = await rowsOf<{ all: number; registered: number }>(
    tx,
    sql`select count(*)::int as all, count(a.issue_name)::int as registered
      from adoption a join report r on r.id = a.report_id where ${where}`,
  )
  const { all, registered } = counted!
  const counts = { all, registered, waiting: all - registered }
  if (tab === 'matched') {
    const { rows, matches } = await selectMatched(tx, viewer, where)
    return { rows: show(rows, matches), total: rows.length, page: 1, pageSize: mostLookedAt, counts }
  }
  const ofTab = {
    all: sql`true`,
    registered: sql`a.issue_name is not null`,
    waiting: sql`a.issue_name is null`,
  }[tab]
  const rows = await selectAdopted(
    tx,
    sql`${where} and ${ofTab}`,
    sql`order by a.at desc, a.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  return {
    rows: show(rows, await matchAdopted(tx, viewer, rows)),
    total: counts[tab],
    page,
    pageSize,
    counts,
  }
}

const show = (rows: readonly AdoptedRow[], matches: ReadonlyMap<string, IssueMatch>): AdoptionPage['rows'] =>
  rows.map(row => ({ ...showAdopted(row), match: matches.get(row.id) ?? null }))

/** So many of the newest are compared with what was printed since. */
const mostLookedAt = 60

/** Of the newest without an issue those that one seems to have printed. */
export async function selectMatched(
  tx: Database,
  viewer: Viewer,
  where: SQL = ofDesks(viewer),
): Promise<{ rows: AdoptedRow[]; matches: Map<string, IssueMatch> }> {
  const newest = await selectAdopted(
    tx,
    sql`${where} and a.issue_name is null`,
    sql`order by a.at desc, a.id desc limit ${mostLookedAt}`,
  )
  const matches = await matchAdopted(tx, viewer, newest)
  return { rows: newest.filter(row => matches.has(row.id)), matches }
}

function filter(viewer: Viewer, { q, column, from, to }: AdoptionQuery): SQL {
  const all = [ofDesks(viewer)]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(sql`(a.title ilike ${like} or a.body ilike ${like} or a.issue_name ilike ${like})`)
  }
  if (column) all.push(sql`a.column_key = ${column}`)
  if (from) all.push(sql`a.at >= ${localInstant(from, '00:00').toISOString()}`)
  if (to) all.push(sql`a.at < ${localInstant(nextDay(to), '00:00').toISOString()}`)
  return sql.join(all, sql` and `)
}

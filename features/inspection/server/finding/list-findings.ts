import { nameUnits } from '@jianbao/organisation/server'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { FindingPage, FindingQuery, FindingState } from '../../contract/index.ts'
import type { Viewer } from '../inspection.services.ts'
import { wordsOf } from '../tour/list-tours.ts'
import { selectTours } from '../tour/tour.store.ts'
import { findingsOf, selectFindings, viewFindings } from './finding.store.ts'

const orders = {
  newest: sql`f.at desc, f.id desc`,
  due: sql`f.due_day nulls last, f.at desc, f.id desc`,
  grave: sql`array_position(array['grave', 'major', 'minor'], f.seriousness), f.at desc, f.id desc`,
} as const
export const findingOrder = ({ order = 'newest' }: FindingQuery): SQL => orders[order]

/** Findings across tours, one page. */
export async function listFindings(tx: Database, viewer: Viewer, query: FindingQuery): Promise<FindingPage> {
  const { page = 1, pageSize = 20, state } = query
  const { where, unitName } = await filterFindings(tx, query)
  const rows = await selectFindings(
    tx,
    viewer,
    sql`${where} and ${inState(state)}`,
    sql`order by ${findingOrder(query)} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const counts = { open: 0, confirmed: 0, raised: 0, dismissed: 0 }
  const counted = await rowsOf<{ state: FindingState; findings: number }>(
    tx,
    sql`select f.state, count(*)::int as findings ${findingsOf(viewer)} and ${where} group by 1`,
  )
  for (const { state: its, findings } of counted) counts[its] = findings
  const [tour] = query.tour ? await selectTours(tx, viewer, sql`t.id = ${query.tour}`, sql``) : []
  return {
    rows: await viewFindings(tx, viewer, rows),
    total: state ? counts[state] : Object.values(counts).reduce((sum, count) => sum + count, 0),
    page,
    pageSize,
    counts,
    unitName,
    tourName: query.tour ? (tour?.name ?? '') : null,
  }
}

export const inState = (state: FindingState | undefined): SQL => (state ? sql`f.state = ${state}` : sql`true`)

/** The conditions of a query without its state, and the unit it names. */
export async function filterFindings(
  tx: Database,
  { q, id, tour, unit, seriousness }: FindingQuery,
): Promise<{ where: SQL; unitName: string | null }> {
  const all: SQL[] = wordsOf(q).map(
    word => sql`strpos(lower(f.problem || ' ' || f.basis || ' ' || f.measure || ' ' || t.name || ' '
      || (select o.name from offices_by_id(array[f.unit_id]) o)), ${word}) > 0`,
  )
  if (id) all.push(sql`f.id = ${id}`)
  if (tour) all.push(sql`t.id = ${tour}`)
  if (seriousness) all.push(sql`f.seriousness = ${seriousness}`)
  const found = unit === undefined ? null : (await nameUnits(tx, [unit])).get(unit)
  if (unit !== undefined) all.push(found ? sql`starts_with(f.scope_path, ${found.path})` : sql`false`)
  return {
    where: all.length ? sql.join(all, sql` and `) : sql`true`,
    unitName: unit === undefined ? null : (found?.name ?? ''),
  }
}

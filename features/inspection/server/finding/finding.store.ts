/** Rows of findings, seen with the tour they were made on. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { actionsOfFinding, type Finding, type FindingState, type Seriousness } from '../../contract/index.ts'
import type { Viewer } from '../inspection.services.ts'
import { readableTours } from '../tour/tour.store.ts'
import { viewItems } from './ledger-items.ts'

export type FindingRow = {
  readonly id: string
  readonly stopId: string
  readonly tourId: string
  readonly tourName: string
  readonly tourPath: string
  readonly leads: boolean
  readonly unitId: string
  readonly unitName: string
  readonly day: string
  readonly questionId: string | null
  readonly problem: string
  readonly basis: string
  readonly seriousness: Seriousness
  readonly measure: string
  readonly dueDay: string | null
  readonly state: FindingState
  readonly reason: string | null
  readonly itemId: string | null
  readonly byName: string
  readonly at: string | Date
  readonly version: number
}

const columns = (person: string) => sql`f.id, f.stop_id as "stopId", t.id as "tourId", t.name as "tourName",
  t.scope_path as "tourPath",
  exists (select from inspection_member m where m.tour_id = t.id and m.person_id = ${person} and m.leader) as leads,
  f.unit_id as "unitId", (select o.name from offices_by_id(array[f.unit_id]) o) as "unitName", s.day::text as day,
  f.question_id as "questionId", f.problem, f.basis, f.seriousness, f.measure, f.due_day::text as "dueDay", f.state,
  f.reason, f.item_id as "itemId", f.by_name as "byName", f.at, f.version`

/** What `columns` and filters stand on; the first lock with it. */
export const findingsOf = (viewer: Viewer): SQL => sql`from inspection_finding f
  join inspection_stop s on s.id = f.stop_id join inspection_tour t on t.id = s.tour_id
  where ${readableTours(viewer)}`

export function selectFindings(tx: Database, viewer: Viewer, where: SQL, rest: SQL): Promise<FindingRow[]> {
  return rowsOf<FindingRow>(
    tx,
    sql`select ${columns(viewer.person.id)} ${findingsOf(viewer)} and ${where} ${rest}`,
  )
}

/** With the items they became, as those stand now, and what the caller may do. */
export async function viewFindings(
  tx: Database,
  { scope }: Viewer,
  rows: readonly FindingRow[],
): Promise<Finding[]> {
  const items = await viewItems(
    tx,
    scope,
    rows.flatMap(({ itemId }) => itemId ?? []),
  )
  return rows.map(({ tourPath, leads, itemId, at, ...row }) => ({
    ...row,
    item: (itemId && items.get(itemId)) || null,
    at: new Date(at).toISOString(),
    actions: actionsOfFinding(row.state, {
      plans: scope.roots.some(root => tourPath.startsWith(root.path)),
      onTeam: false,
      leads,
    }),
  }))
}

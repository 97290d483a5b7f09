/** Rows of tours. Besides those who plan where it belongs, its team sees a tour, wherever they hold their posts. */
import { Problem } from '@jianbao/errors'
import { holds, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Question, Standing, TourMember, TourState } from '../../contract/index.ts'
import type { Viewer } from '../inspection.services.ts'

export type TourRow = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly path: string
  readonly campaignId: string | null
  readonly campaignName: string | null
  readonly name: string
  readonly purpose: string
  readonly fromDay: string
  readonly toDay: string
  readonly announced: boolean
  readonly checklist: Question[]
  readonly state: TourState
  readonly reason: string | null
  readonly byName: string
  readonly version: number
  readonly onTeam: boolean
  readonly leads: boolean
  readonly leaderName: string | null
  readonly members: number
}

const columns = (person: string) => sql`t.id, t.unit_id as "unitId",
  (select o.name from offices_by_id(array[t.unit_id]) o) as "unitName", t.scope_path as path,
  t.campaign_id as "campaignId", (select c.name from campaign c where c.id = t.campaign_id) as "campaignName", t.name,
  t.purpose, t.from_day::text as "fromDay", t.to_day::text as "toDay", t.announced, t.checklist, t.state, t.reason,
  t.by_name as "byName", t.version,
  exists (select from inspection_member m where m.tour_id = t.id and m.person_id = ${person}) as "onTeam",
  exists (select from inspection_member m where m.tour_id = t.id and m.person_id = ${person} and m.leader) as leads,
  (select m.name from inspection_member m where m.tour_id = t.id and m.leader) as "leaderName",
  (select count(*)::int from inspection_member m where m.tour_id = t.id) as members`

/** The first lock, on `t`. */
export function readableTours({ scope, person }: Viewer): SQL {
  return sql`(${within(scope, sql`t.scope_path`)}
    or exists (select from inspection_member m where m.tour_id = t.id and m.person_id = ${person.id}))`
}

export function selectTours(tx: Database, viewer: Viewer, where: SQL, rest: SQL): Promise<TourRow[]> {
  return rowsOf<TourRow>(
    tx,
    sql`select ${columns(viewer.person.id)} from inspection_tour t
      where ${readableTours(viewer)} and ${where} ${rest}`,
  )
}

/** Throws Problem `not-found` for what is not there or not to be seen. */
export async function getTourRow(tx: Database, viewer: Viewer, id: string): Promise<TourRow> {
  const [row] = await selectTours(tx, viewer, sql`t.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

export function standingOf({ path, onTeam, leads }: TourRow, { scope }: Viewer): Standing {
  return { plans: holds(scope, path), onTeam, leads }
}

/** One the caller plans, held against other changes. Throws `not-found`, `changed-meanwhile`. */
export async function holdTour(
  tx: Database,
  viewer: Viewer,
  { id, version }: { id: string; version?: number },
): Promise<TourRow> {
  const held = await rowsOf(
    tx,
    sql`select from inspection_tour t where t.id = ${id} and ${within(viewer.scope, sql`t.scope_path`)} for update`,
  )
  if (held.length === 0) throw new Problem('not-found')
  const row = await getTourRow(tx, viewer, id)
  if (version !== undefined && row.version !== version)
    throw new Problem('changed-meanwhile', { name: row.name })
  return row
}

export function selectTeam(tx: Database, tourId: string): Promise<TourMember[]> {
  return rowsOf<TourMember>(
    tx,
    sql`select person_id as "personId", name, leader from inspection_member where tour_id = ${tourId}
      order by leader desc, position, name`,
  )
}

/** Names of the team by the stop whose unit they belong to. */
export async function selectRecusals(tx: Database, tourId: string): Promise<Map<string, string[]>> {
  const rows = await rowsOf<{ stopId: string; name: string }>(
    tx,
    sql`select stop_id as "stopId", name from tour_recusals(${tourId})`,
  )
  const all = new Map<string, string[]>()
  for (const { stopId, name } of rows) all.set(stopId, [...(all.get(stopId) ?? []), name])
  return all
}

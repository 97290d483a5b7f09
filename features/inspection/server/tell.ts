/** Who hears of a tour: its team, and the units it visits, unless it comes unannounced (不打招呼). */
import { listHolders } from '@jianbao/organisation/server'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import { visitedRoles } from '../contract/index.ts'
import type { Actor } from './inspection.services.ts'
import { selectTeam, type TourRow } from './tour/tour.store.ts'

export async function tellTeam(
  tx: Database,
  { id, name, fromDay, toDay }: TourRow,
  kind: 'tour.assigned' | 'tour.cancelled',
  { person, now }: Actor,
  reason = '',
): Promise<void> {
  const team = await selectTeam(tx, id)
  const to = team.map(({ personId }) => personId).filter(each => each !== person.id)
  await notify(tx, {
    to,
    kind,
    details: { name, from: fromDay, to: toDay, reason },
    link: `/tours/${id}`,
    at: now,
  })
}

/** Tells the leads of the units; `only` names the stops it is about. */
export async function tellVisited(
  tx: Database,
  { id, name, unitName, announced }: TourRow,
  kind: 'visit.announced' | 'visit.moved' | 'visit.cancelled',
  { person, now }: Actor,
  reason = '',
  only?: readonly string[],
): Promise<void> {
  if (!announced) return
  const stops = await rowsOf<{ id: string; unitId: string; day: string }>(
    tx,
    sql`select id, unit_id as "unitId", day::text as day from inspection_stop where tour_id = ${id} and state <> 'done'
      order by day, position`,
  )
  for (const stop of stops.filter(each => !only || only.includes(each.id))) {
    const holders = await listHolders(tx, visitedRoles, stop.unitId)
    const to = holders.map(holder => holder.id).filter(each => each !== person.id)
    const details = { name, by: unitName, day: stop.day, reason }
    await notify(tx, { to, kind, details, link: `/visits/${stop.id}`, at: now })
  }
}

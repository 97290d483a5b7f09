/** One stop with the tour it belongs to; who may work there is settled by that tour. */
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { actionsOfStop, type StopAction, type StopState } from '../../contract/index.ts'
import type { Actor, Viewer } from '../inspection.services.ts'
import { getTourRow, standingOf, type TourRow } from '../tour/tour.store.ts'

export type StopRow = {
  readonly id: string
  readonly tourId: string
  readonly unitId: string
  readonly unitName: string
  readonly day: string
  readonly state: StopState
  readonly finishedAt: string | Date | null
  readonly finishedName: string | null
  readonly version: number
}
export type StopOfTour = { readonly stop: StopRow; readonly tour: TourRow }

const columns = sql`s.id, s.tour_id as "tourId", s.unit_id as "unitId",
  (select o.name from offices_by_id(array[s.unit_id]) o) as "unitName", s.day::text as day, s.state,
  s.finished_at as "finishedAt", s.finished_name as "finishedName", s.version`

/** Throws `not-found`. `held`: nobody else writes at it until the end of the transaction. */
export async function getStopRow(
  tx: Database,
  viewer: Viewer,
  id: string,
  { held = false } = {},
): Promise<StopOfTour> {
  const [stop] = await rowsOf<StopRow>(
    tx,
    sql`select ${columns} from inspection_stop s where s.id = ${id} ${held ? sql`for update` : sql``}`,
  )
  if (!stop) throw new Problem('not-found')
  return { stop, tour: await getTourRow(tx, viewer, stop.tourId) }
}

/** One the caller may do this at, held. Throws `not-found`, `stop-not-team`, `stop-settled`. */
export async function takeStop(
  tx: Database,
  actor: Actor,
  id: string,
  action: Extract<StopAction, 'write' | 'finish' | 'reopen'>,
): Promise<StopOfTour> {
  const found = await getStopRow(tx, actor, id, { held: true })
  refuse(found, actor, action)
  return found
}

/** Throws `stop-not-team` where it is others' work, `stop-settled` where it is over or has not begun. */
export function refuse({ stop, tour }: StopOfTour, viewer: Viewer, action: StopAction): void {
  const standing = standingOf(tour, viewer)
  if (actionsOfStop(stop.state, tour.state, standing).includes(action)) return
  const everywhere = { plans: true, onTeam: true, leads: true }
  const possible = actionsOfStop(stop.state, tour.state, everywhere).includes(action)
  throw new Problem(possible ? 'stop-not-team' : 'stop-settled', { unit: stop.unitName })
}

/** The first thing written at a stop begins its check. */
export async function beginCheck(tx: Database, { stop }: StopOfTour): Promise<void> {
  if (stop.state === 'planned')
    await tx.execute(sql`update inspection_stop set state = 'under-way' where id = ${stop.id}`)
}

/** A tour of what a random draw brought: planned with its stops, or not at all. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { TourDraft } from '../../contract/index.ts'
import { getDrawnUnits } from '../draw/index.ts'
import type { Actor } from '../inspection.services.ts'
import { addStops } from './plan-stops.ts'
import { planTour } from './plan-tour.ts'
import { spreadDays } from './spread-days.ts'

/**
 * Plans a tour; with `drawId` it visits what was drawn, in that order, spread over its days. Sent again it is the same
 * one. Throws `not-found`, `draw-settled` while nothing is drawn, `tour-draw-void`, and what planning and stops throw.
 */
export async function planDrawnTour(
  tx: Database,
  actor: Actor,
  { drawId, ...draft }: TourDraft,
  entry: EntryDraft,
): Promise<string> {
  const drawn = drawId ? await getDrawnUnits(tx, actor.scope, drawId) : null
  if (drawn?.void) throw new Problem('tour-draw-void', { name: drawn.name })
  const tourId = await planTour(tx, actor, draft, entry)
  if (!drawn) return tourId
  const [there] = await rowsOf(tx, sql`select 1 from inspection_stop where tour_id = ${tourId} limit 1`)
  if (there) return tourId
  const planned = entry.after
  const days = spreadDays(draft.fromDay, draft.toDay, drawn.rows.length)
  const stops = drawn.rows.map(({ unitId }, at) => ({ unitId, day: days[at]! }))
  await addStops(tx, actor, { tourId, stops }, entry)
  entry.after = { ...(planned as object), stops: stops.length, draw: drawn.name }
  return tourId
}

/** Which unit is visited on which day, in which order. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { mostStops, type StopDraft, type StopMove } from '../../contract/index.ts'
import type { Actor } from '../inspection.services.ts'
import { tellVisited } from '../tell.ts'
import { settled } from './plan-tour.ts'
import { holdTour, type TourRow } from './tour.store.ts'

/**
 * Adds stops behind those of their day; the ids, in the given order. Throws `tour-settled`, `tour-stop-day`,
 * `tour-stop-twice`, `tour-stop-unit`, `tour-stops-full`.
 */
export async function addStops(
  tx: Database,
  actor: Actor,
  { tourId, stops }: { readonly tourId: string; readonly stops: readonly StopDraft[] },
  entry: EntryDraft,
): Promise<string[]> {
  const row = await takeForStops(tx, actor, tourId, entry)
  const units = await unitsBelow(
    tx,
    row,
    stops.map(({ unitId }) => unitId),
  )
  const there = await rowsOf<{ unitId: string; day: string; position: number }>(
    tx,
    sql`select unit_id as "unitId", day::text as day, position from inspection_stop where tour_id = ${tourId}`,
  )
  if (there.length + stops.length > mostStops) throw new Problem('tour-stops-full', { limit: mostStops })
  const taken = new Set(there.map(({ unitId, day }) => `${unitId} ${day}`))
  const ids: string[] = []
  for (const { unitId, day } of stops) {
    const unit = units.get(unitId.toLowerCase())!
    inside(row, unit, day)
    if (taken.has(`${unitId.toLowerCase()} ${day}`)) throw new Problem('tour-stop-twice', { unit, day })
    taken.add(`${unitId.toLowerCase()} ${day}`)
    const id = randomUUID()
    await tx.execute(sql`insert into inspection_stop (id, tour_id, unit_id, scope_path, day, position)
      values (${id}, ${tourId}, ${unitId}, '', ${day}, (select coalesce(max(position) + 1, 0) from inspection_stop
        where tour_id = ${tourId} and day = ${day}))`)
    ids.push(id)
  }
  if (row.state === 'open') await tellVisited(tx, row, 'visit.announced', actor, '', ids)
  entry.after = { stops: stops.length }
  return ids
}

/** To another day or place in the order. Throws also `stop-settled`, `changed-meanwhile`. */
export async function moveStop(
  tx: Database,
  actor: Actor,
  { id, version, day, position }: StopMove & { id: string },
  entry: EntryDraft,
): Promise<string> {
  const { stop, row } = await holdStop(tx, actor, id, entry)
  if (stop.version !== version) throw new Problem('changed-meanwhile', { name: stop.unit })
  const next = day ?? stop.day
  inside(row, stop.unit, next)
  const [twin] = await rowsOf(
    tx,
    sql`select id from inspection_stop where tour_id = ${row.id} and unit_id = ${stop.unitId} and day = ${next} and id <> ${id}`,
  )
  if (twin) throw new Problem('tour-stop-twice', { unit: stop.unit, day: next })
  const others = await rowsOf<{ id: string }>(
    tx,
    sql`select id from inspection_stop where tour_id = ${row.id} and day = ${next} and id <> ${id} order by position, id`,
  )
  const at = Math.min(position ?? (day && day !== stop.day ? others.length : stop.position), others.length)
  const order = [...others.slice(0, at), { id }, ...others.slice(at)].map((each, no) => ({ id: each.id, no }))
  await tx.execute(sql`update inspection_stop set day = ${next}, version = version + 1 where id = ${id}`)
  await tx.execute(sql`update inspection_stop s set position = w.no
    from jsonb_to_recordset(${JSON.stringify(order)}::jsonb) as w(id uuid, no integer) where w.id = s.id`)
  if (row.state === 'open' && next !== stop.day) await tellVisited(tx, row, 'visit.moved', actor, '', [id])
  entry.before = { day: stop.day }
  entry.after = { day: next }
  return row.id
}

/** Throws `stop-has-content` for one where something was written. */
export async function removeStop(tx: Database, actor: Actor, id: string, entry: EntryDraft): Promise<string> {
  const { stop, row } = await holdStop(tx, actor, id, entry)
  const [content] = await rowsOf<{ any: boolean }>(
    tx,
    sql`select exists (select from inspection_answer where stop_id = ${id})
      or exists (select from inspection_finding where stop_id = ${id})
      or exists (select from inspection_interview where stop_id = ${id})
      or exists (select from inspection_photo where stop_id = ${id}) as any`,
  )
  if (content!.any) throw new Problem('stop-has-content', { unit: stop.unit })
  if (row.state === 'open') await tellVisited(tx, row, 'visit.cancelled', actor, '', [id])
  await tx.execute(sql`delete from inspection_stop where id = ${id}`)
  entry.before = { unit: stop.unit, day: stop.day }
  return row.id
}

async function takeForStops(tx: Database, actor: Actor, tourId: string, entry: EntryDraft): Promise<TourRow> {
  const row = await holdTour(tx, actor, { id: tourId })
  entry.words = row.name
  entry.unitId = row.unitId
  if (row.state !== 'planned' && row.state !== 'open') throw new Problem('tour-settled', settled(row))
  return row
}

type HeldStop = {
  unitId: string
  unit: string
  day: string
  position: number
  version: number
  tourId: string
  state: string
}

async function holdStop(tx: Database, actor: Actor, id: string, entry: EntryDraft) {
  const [found] = await rowsOf<{ tourId: string }>(
    tx,
    sql`select tour_id as "tourId" from inspection_stop where id = ${id}`,
  )
  if (!found) throw new Problem('not-found')
  const row = await takeForStops(tx, actor, found.tourId, entry)
  const [stop] = await rowsOf<HeldStop>(
    tx,
    sql`select s.unit_id as "unitId", (select o.name from offices_by_id(array[s.unit_id]) o) as unit, s.day::text as day,
        s.position, s.version, s.tour_id as "tourId", s.state
      from inspection_stop s where s.id = ${id} for update`,
  )
  if (!stop) throw new Problem('not-found')
  if (stop.state === 'done') throw new Problem('stop-settled', { unit: stop.unit })
  return { stop, row }
}

function inside({ fromDay, toDay }: TourRow, unit: string, day: string): void {
  if (day < fromDay || day > toDay)
    throw new Problem('tour-stop-day', { unit, day, from: fromDay, to: toDay })
}

/** Names by id, of units in use at or below that of the tour. */
async function unitsBelow(
  tx: Database,
  { path, name }: TourRow,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`select id, name from unit where state = 'active' and starts_with(path, ${path})
      and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
  )
  const units = new Map(rows.map(row => [row.id, row.name]))
  if (ids.some(id => !units.has(id.toLowerCase()))) throw new Problem('tour-stop-unit', { name })
  return units
}

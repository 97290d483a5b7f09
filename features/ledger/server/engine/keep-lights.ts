/** The history of many items' lights at once, by the rule of `keepLight`. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type LightChange, type LightDays, lightOfItem, lightsSince } from '../../contract/index.ts'

export type LightTurn = {
  readonly id: string
  readonly before: LightDays
  readonly after: LightDays
  /** The day it turned, where that is not today. */
  readonly day?: string
}

/** What is to be kept of an item's light besides `kept`: a row for the day of a deed also where the light stays. */
export function turnLight(
  kept: readonly LightChange[],
  { before, after, today }: { readonly before: LightDays; readonly after: LightDays; readonly today: string },
): readonly LightChange[] {
  const last = kept.at(-1)
  // A clock that was put back writes nothing before what is kept.
  const day = last !== undefined && last.fromDay > today ? last.fromDay : today
  const past = last
    ? lightsSince(before, { since: last.fromDay, before: last.light, today: day }).filter(
        ({ fromDay }) => fromDay < day,
      )
    : []
  return [...past, { fromDay: day, light: lightOfItem(after, day) }]
}

export async function keepLights(tx: Database, turns: readonly LightTurn[], today: string): Promise<void> {
  if (!turns.length) return
  const ids = JSON.stringify(turns.map(({ id }) => id))
  const rows = await rowsOf<LightChange & { readonly id: string }>(
    tx,
    sql`select item_id as id, from_day::text as "fromDay", light from ledger_light
      where item_id in (select x::uuid from json_array_elements_text(${ids}::json) x) order by item_id, from_day`,
  )
  const keptOf = Map.groupBy(rows, ({ id }) => id)
  const fresh = turns.flatMap(({ id, before, after, day = today }) =>
    turnLight(keptOf.get(id) ?? [], { before, after, today: day }).map(light => ({ id, ...light })),
  )
  await tx.execute(sql`insert into ledger_light (item_id, from_day, light)
    select f.id, f."fromDay", f.light from json_to_recordset(${JSON.stringify(fresh)}::json)
      as f(id uuid, "fromDay" date, light text) on conflict (item_id, from_day) do update set light = excluded.light`)
}

/** The history of many items' lights at once, by the rule of `keepLight`. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type LightChange, type LightDays, lightOfItem, lightsSince } from '../../contract/index.ts'

export type LightTurn = { readonly id: string; readonly before: LightDays; readonly after: LightDays }

/** What is to be kept of an item's light besides `kept`, from `day` on. */
export function turnLight(
  kept: readonly LightChange[],
  { before, after, today }: { readonly before: LightDays; readonly after: LightDays; readonly today: string },
): { readonly day: string; readonly fresh: readonly LightChange[] } {
  const last = kept.at(-1)
  // A clock that was put back writes nothing before what is kept.
  const day = last !== undefined && last.fromDay > today ? last.fromDay : today
  const past = last
    ? lightsSince(before, { since: last.fromDay, before: last.light, today: day }).filter(
        ({ fromDay }) => fromDay < day,
      )
    : []
  const light = lightOfItem(after, day)
  const earlier = [...kept.filter(({ fromDay }) => fromDay < day), ...past]
  const same = (earlier.at(-1)?.light ?? null) === light
  return { day, fresh: same ? past : [...past, { fromDay: day, light }] }
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
  const turned = turns.map(({ id, before, after }) => ({
    id,
    ...turnLight(keptOf.get(id) ?? [], { before, after, today }),
  }))
  await tx.execute(sql`delete from ledger_light l
    using json_to_recordset(${JSON.stringify(turned.map(({ id, day }) => ({ id, day })))}::json) as t(id uuid, day date)
    where l.item_id = t.id and l.from_day >= t.day`)
  const fresh = turned.flatMap(({ id, fresh: lights }) => lights.map(light => ({ id, ...light })))
  await tx.execute(sql`insert into ledger_light (item_id, from_day, light)
    select f.id, f."fromDay", f.light from json_to_recordset(${JSON.stringify(fresh)}::json)
      as f(id uuid, "fromDay" date, light text) on conflict (item_id, from_day) do update set light = excluded.light`)
}

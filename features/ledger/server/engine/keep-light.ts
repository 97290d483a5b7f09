/** The history of an item's light: what is past is kept at each deed, what followed since is reckoned. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type ItemLight,
  type LightChange,
  type LightDays,
  lightOfItem,
  lightsSince,
} from '../../contract/index.ts'

function listKept(tx: Database, itemId: string): Promise<LightChange[]> {
  return rowsOf<LightChange>(
    tx,
    sql`select from_day::text as "fromDay", light from ledger_light where item_id = ${itemId} order by from_day`,
  )
}

/** All lights of an item up to `today`, each from the day it came on. */
export async function listLights(
  tx: Database,
  item: LightDays & { readonly id: string },
  today: string,
): Promise<LightChange[]> {
  const kept = await listKept(tx, item.id)
  return [...kept, ...followed(kept, item, today)]
}

function followed(kept: readonly LightChange[], item: LightDays, today: string): LightChange[] {
  const last = kept.at(-1)
  return last ? lightsSince(item, { since: last.fromDay, before: last.light, today }) : []
}

/**
 * Called by every deed on an item, with the days it went by before and those it goes by now. Of a day on which the light
 * changes twice the last one counts; a clock that was put back writes nothing before what is kept.
 */
export async function keepLight(
  tx: Database,
  itemId: string,
  { before, after, today }: { readonly before: LightDays; readonly after: LightDays; readonly today: string },
): Promise<void> {
  const kept = await listKept(tx, itemId)
  const since = kept.at(-1)?.fromDay
  const day = since !== undefined && since > today ? since : today
  const past = followed(kept, before, day).filter(({ fromDay }) => fromDay < day)
  const light: ItemLight | null = lightOfItem(after, day)
  const earlier = [...kept.filter(({ fromDay }) => fromDay < day), ...past]
  const same = (earlier.at(-1)?.light ?? null) === light
  const fresh = same ? past : [...past, { fromDay: day, light }]
  await tx.execute(sql`delete from ledger_light where item_id = ${itemId} and from_day >= ${day}`)
  if (!fresh.length) return
  await tx.execute(sql`insert into ledger_light (item_id, from_day, light)
    select ${itemId}, f."fromDay", f.light from json_to_recordset(${JSON.stringify(fresh)}::json)
      as f("fromDay" date, light text) on conflict (item_id, from_day) do update set light = excluded.light`)
}

/** The history of an item's light: what is past is kept at each deed, what followed since is reckoned. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type LightChange, type LightDays, lightsSince } from '../../contract/index.ts'
import { keepLights } from './keep-lights.ts'

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
  const all = [...kept, ...followed(kept, item, today)]
  return all.filter(({ light }, at) => light !== (all[at - 1]?.light ?? null))
}

function followed(kept: readonly LightChange[], item: LightDays, today: string): LightChange[] {
  const last = kept.at(-1)
  return last ? lightsSince(item, { since: last.fromDay, before: last.light, today }) : []
}

/**
 * Called by every deed on an item, with the days it went by before and those it goes by now. There is a row for each day
 * with a deed, also where the light stays: what follows is reckoned from the last one, never from before it. Of a day on
 * which the light changes twice the last one counts; a clock that was put back writes nothing before what is kept.
 */
export function keepLight(
  tx: Database,
  id: string,
  { before, after, today }: { readonly before: LightDays; readonly after: LightDays; readonly today: string },
): Promise<void> {
  return keepLights(tx, [{ id, before, after }], today)
}

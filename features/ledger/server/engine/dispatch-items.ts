/** 下发: items that are ready go to their units, one or thousands alike. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type LedgerRules, stateAfter } from '../../contract/index.ts'
import { lightOf } from './list/light-of.ts'
import { type ItemActor, noteSteps } from './note-step.ts'
import { tellUnits } from './tell-of-item.ts'

/**
 * Whoever calls has decided that these may be dispatched and holds their rows; they are of one ledger. Each gets its step
 * and its first light, the people of each unit one notice.
 */
export async function dispatchItems(
  tx: Database,
  ids: readonly string[],
  {
    rules,
    by,
    now,
    today,
    words,
  }: {
    readonly rules: LedgerRules
    readonly by: ItemActor
    readonly now: Date
    readonly today: string
    readonly words?: string | undefined
  },
): Promise<void> {
  if (!ids.length) return
  const state = stateAfter('dispatch', 'ready', rules)
  const at = now.toISOString()
  const listed = sql`(select x::uuid from json_array_elements_text(${JSON.stringify(ids)}::json) x)`
  const sent = await rowsOf<{ unitId: string; title: string }>(
    tx,
    sql`update ledger_item i set state = ${state}, dispatched_at = ${at},
        acknowledged_at = ${state === 'doing' ? at : null}::timestamptz, updated_at = ${at}, version = i.version + 1
      where i.id in ${listed} returning i.unit_id as "unitId", i.title`,
  )
  await noteSteps(tx, ids, { action: 'dispatch', state, by, now, words })
  await tx.execute(sql`insert into ledger_light (item_id, from_day, light)
    select i.id, ${today}, ${lightOf(today)} from ledger_item i where i.id in ${listed}
    on conflict (item_id, from_day) do update set light = excluded.light`)
  await tellUnits(tx, sent, { first: ids[0]!, by, now })
}

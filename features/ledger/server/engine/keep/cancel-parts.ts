import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ItemState, LightDays } from '../../../contract/index.ts'
import { keepLights } from '../keep-lights.ts'
import { noteSteps, program } from '../note-step.ts'
import type { Moment } from './write-items.ts'

const why = { cancelled: '上级事项已撤销。', closed: '上级事项已销号。' } as const

/** What is cancelled or closes itself takes its open parts along: nobody works on for nothing. */
export async function cancelPartsOf(
  tx: Database,
  ids: readonly string[],
  became: keyof typeof why,
  { now, today }: Moment,
): Promise<void> {
  if (!ids.length) return
  const at = now.toISOString()
  const parts = await rowsOf<LightDays & { id: string; dispatched: boolean }>(
    tx,
    sql`with recursive below as (
        select i.id from ledger_item i where i.parent_id in
          (select x::uuid from json_array_elements_text(${JSON.stringify(ids)}::json) x)
        union all select i.id from ledger_item i join below b on i.parent_id = b.id)
      select i.id, i.state, i.due_day::text as "dueDay", i.near_day::text as "nearDay",
        i.milestone_day::text as "milestoneDay", i.fed_back_day::text as "fedBackDay",
        i.dispatched_at is not null as dispatched
      from ledger_item i where i.id in (select id from below)
        and i.state not in ('closed', 'settled', 'cancelled') order by i.id for update of i`,
  )
  if (!parts.length) return
  const open = parts.map(({ id }) => id)
  await tx.execute(sql`update ledger_item i set state = 'cancelled', cancelled_at = ${at}, updated_at = ${at},
    version = i.version + 1 where i.id in (select x::uuid from json_array_elements_text(${JSON.stringify(open)}::json) x)`)
  await noteSteps(tx, open, { action: 'cancel', state: 'cancelled', by: program, now, words: why[became] })
  const state: ItemState = 'cancelled'
  const turns = parts.filter(({ dispatched }) => dispatched)
  await keepLights(
    tx,
    turns.map(part => ({ id: part.id, before: part, after: { ...part, state } })),
    today,
  )
}

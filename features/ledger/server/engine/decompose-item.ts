/** 分解: parts of an item, at subordinate units or for people of its own. The unit of the item keeps them. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { ItemParts } from '../../contract/index.ts'
import { checkOwner } from './check-parties.ts'
import { subtreeOf } from './create-matter.ts'
import { dispatchItems } from './dispatch-items.ts'
import { getItemMore } from './item.store.ts'
import { checkDays, nearDayOf } from './item-days.ts'
import { noteSteps } from './note-step.ts'
import { changeItem, type ItemAsker, takeForDeed } from './take-step.ts'

/** Parts go to their units at once. Throws what `takeForDeed` throws, `item-units`, `item-owner`, `item-days`. */
export async function decomposeItem(
  tx: Database,
  asker: ItemAsker,
  { id, version, parts }: ItemParts & { readonly id: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeForDeed(tx, asker, { id, version, action: 'decompose' }, entry)
  await checkUnits(tx, asker, row.path, [...new Set(parts.map(({ unitId }) => unitId))])
  await checkDepth(tx, id)
  const more = await getItemMore(tx, id)
  const { person: by, now, today } = asker
  const startDay = today <= row.dueDay ? today : row.startDay
  const rows: object[] = []
  for (const part of parts) {
    const dueDay = part.dueDay ?? row.dueDay
    if (dueDay > row.dueDay)
      throw new Problem('item-days', { reason: `分解任务的时限 ${dueDay} 晚于本事项的时限 ${row.dueDay}。` })
    checkDays({ startDay, dueDay }, [])
    const owner = await checkOwner(tx, part, [part.unitId])
    rows.push({
      id: randomUUID(),
      unit_id: part.unitId,
      title: storableText(part.title ?? row.title),
      measure: storableText(part.measure ?? row.measure),
      owner_id: owner.id,
      owner_name: owner.name,
      target_measure: part.target?.measure ?? null,
      target_value: part.target?.value ?? null,
      target_unit: part.target?.unit ?? null,
      due_day: dueDay,
      near_day: nearDayOf(dueDay, row.rules),
    })
  }
  await tx.execute(sql`insert into ledger_item (id, matter_id, ledger_id, kind, title, unit_id, scope_path, keeper_id,
      parent_id, problem, measure, basis, target_measure, target_value, target_unit, owner_id, owner_name, start_day,
      due_day, near_day, state, updated_at)
    select p.id, ${row.matterId}, ${row.ledgerId}, ${row.kind}, p.title, p.unit_id, '', ${row.unitId}, ${id},
      ${more.problem}, p.measure, ${more.basis}, p.target_measure, p.target_value, p.target_unit, p.owner_id,
      p.owner_name, ${startDay}, p.due_day, p.near_day, 'ready', ${now.toISOString()}
    from jsonb_populate_recordset(null::ledger_item, ${JSON.stringify(rows)}::jsonb) p`)
  const ids = rows.map(part => (part as { id: string }).id)
  await noteSteps(tx, ids, { action: 'propose', state: 'ready', by, now })
  await dispatchItems(tx, ids, { rules: row.rules, by, now, today })
  const change = { action: 'decompose', details: { parts: ids.length } } as const
  await changeItem(tx, row, change, { by, now, today }, entry)
}

/** Its own unit or below. */
async function checkUnits(tx: Database, { scope }: ItemAsker, path: string, ids: string[]): Promise<void> {
  const found = await rowsOf(
    tx,
    sql`select 1 from unit u where u.id in (select x::uuid from json_array_elements_text(${JSON.stringify(ids)}::json) x)
      and ${within(subtreeOf(path), sql`u.path`)} and u.state = 'active' and ${within(scope, sql`u.path`)}`,
  )
  const count = ids.length - found.length
  if (count > 0)
    throw new Problem('item-units', { count, reason: '只能分解给本单位或下级单位，且单位没有撤销。' })
}

const deepest = 5

/** Parts of parts end somewhere. */
async function checkDepth(tx: Database, id: string): Promise<void> {
  const [{ depth }] = await rowsOf<{ depth: number }>(
    tx,
    sql`with recursive above as (
        select i.id, i.parent_id, 1 as depth from ledger_item i where i.id = ${id}
        union all select i.id, i.parent_id, above.depth + 1 from ledger_item i join above on i.id = above.parent_id
          where above.depth <= ${deepest})
      select max(depth) as depth from above`,
  ).then(rows => rows as [{ depth: number }])
  if (depth >= deepest) throw new Problem('item-depth', { count: deepest })
}

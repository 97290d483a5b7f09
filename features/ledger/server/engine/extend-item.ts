/** 延期: asked for before the deadline by the unit, decided by the unit that keeps the item. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { nearDayOf } from './item-days.ts'
import { changeItem, type ItemAsker, takeForDeed } from './take-step.ts'

type Asked<T> = T & { readonly id: string; readonly version: number }

/** Throws what `takeForDeed` throws (`item-late` behind the deadline, `item-waiting`), and `item-days`. */
export async function askExtension(
  tx: Database,
  asker: ItemAsker,
  { id, version, toDay, words }: Asked<{ toDay: string; words: string }>,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeForDeed(tx, asker, { id, version, action: 'extend' }, entry)
  if (toDay <= row.dueDay)
    throw new Problem('item-days', { reason: `申请的时限 ${toDay} 不晚于现在的时限 ${row.dueDay}。` })
  const { person, now } = asker
  await tx.execute(sql`insert into ledger_extension (id, item_id, from_day, to_day, reason, asked_by, asked_name, asked_at)
    values (${randomUUID()}, ${id}, ${row.dueDay}, ${toDay}, ${storableText(words)}, ${person.id}, ${person.name},
      ${now.toISOString()})`)
  const change = { action: 'extend', words, details: { from: row.dueDay, to: toDay } } as const
  await changeItem(tx, row, change, { ...asker, by: person }, entry)
}

/** Grants or refuses the wish that waits; granted, the deadline moves. Throws what `takeForDeed` throws. */
export async function decideExtension(
  tx: Database,
  asker: ItemAsker,
  { id, version, grant, words }: Asked<{ grant: boolean; words?: string | undefined }>,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeForDeed(tx, asker, { id, version, action: 'decide' }, entry)
  if (!grant && !words?.trim()) throw new Problem('not-now', { reason: '不同意延期要写明理由。' })
  const { person, now } = asker
  const [wish] = await rowsOf<{ toDay: string }>(
    tx,
    sql`update ledger_extension set decision = ${grant ? 'granted' : 'refused'}, decided_name = ${person.name},
        decided_at = ${now.toISOString()}, answer = ${words ? storableText(words) : null}
      where item_id = ${id} and decision is null returning to_day::text as "toDay"`,
  )
  // The keeper may have given more of its own accord since it was asked.
  const dueDay = grant && wish && wish.toDay > row.dueDay ? wish.toDay : row.dueDay
  const nearDay = nearDayOf(dueDay, row.rules)
  const change = {
    action: 'decide',
    set: sql`due_day = ${dueDay}, near_day = ${nearDay}`,
    days: { dueDay, nearDay },
    words,
    details: { granted: grant, from: row.dueDay, to: dueDay },
  } as const
  await changeItem(tx, row, change, { ...asker, by: person }, entry)
}

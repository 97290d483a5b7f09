/** What its drafter does with a draft: words it, counts it again, throws it away. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import { type MissiveChange, type MissiveWords, mostItems } from '../../contract/index.ts'
import { dayWords } from '../compose/day-words.ts'
import { type Subject, usualWords } from '../compose/usual-words.ts'
import { countFigures, itemsNow, selectItems } from '../items/read-items.ts'
import { readItems, type Viewer } from '../missive.store.ts'
import { takeMissive } from '../sign/take-missive.ts'
import { keepItems } from './draft-missives.ts'

type Asked = { readonly id: string; readonly version: number; readonly now: Date }

const columns = {
  numberWord: 'number_word',
  title: 'title',
  salutation: 'salutation',
  opening: 'opening',
  closing: 'closing',
  remark: 'remark',
  signedBy: 'signed_by',
  seal: 'seal',
  tablePlace: 'table_place',
  replyDueDay: 'reply_due_day',
} as const satisfies Record<Exclude<keyof MissiveWords, 'copies'>, string>
/** What is said to one unit alone. */
const own: readonly string[] = ['title', 'salutation', 'opening']

/** Changes the words that are named, with `wholeBatch` also in the other drafts made with it. */
export async function editMissive(
  tx: Database,
  viewer: Viewer,
  { id, version, now, change }: Asked & { readonly change: Omit<MissiveChange, 'version'> },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeMissive(tx, viewer, { id, version }, 'edit', entry)
  if (change.replyDueDay && change.replyDueDay < localDay(now)) throw new Problem('missive-reply-day')
  // The term stands in the words too.
  if (change.replyDueDay && row.replyDueDay && change.closing === undefined)
    await tx.execute(sql`update missive set closing = replace(closing, ${termWords(row.replyDueDay, row.day)},
      ${termWords(change.replyDueDay, row.day)}) where state = 'draft' and unit_id = ${row.unitId}
      and (id = ${row.id} or (${change.wholeBatch ?? false} and batch_id = ${row.batchId}))`)
  await write(tx, change, now, sql`id = ${row.id}`)
  if (!change.wholeBatch) return
  const shared = Object.fromEntries(Object.entries(change).filter(([key]) => !own.includes(key)))
  entry.after = { wholeBatch: true }
  const rest = sql`batch_id = ${row.batchId} and unit_id = ${row.unitId} and state = 'draft' and id <> ${row.id}`
  await write(tx, shared, now, rest)
}

const termWords = (day: string, named: string): string => `请于${dayWords(day, named)}前`

async function write(tx: Database, change: Partial<MissiveWords>, now: Date, where: SQL): Promise<void> {
  const set: SQL[] = [sql`updated_at = ${now.toISOString()}`, sql`version = version + 1`]
  for (const [key, column] of Object.entries(columns)) {
    const value = change[key as keyof typeof columns]
    if (value === undefined) continue
    set.push(sql`${sql.identifier(column)} = ${typeof value === 'string' ? storableText(value) : value}`)
  }
  if (change.copies) {
    const copies = change.copies
      .map(copy => ({ ...copy, name: storableText(copy.name).trim() }))
      .filter(({ name }) => name !== '')
    set.push(sql`copies = ${JSON.stringify(copies)}::jsonb`)
  }
  await tx.execute(sql`update missive set ${sql.join(set, sql`, `)} where ${where}`)
}

/** Items and figures of today; words nobody changed are worded again. Throws `missive-no-items` when nothing is left. */
export async function refreshMissive(
  tx: Database,
  viewer: Viewer,
  { id, version, now }: Asked,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeMissive(tx, viewer, { id, version }, 'refresh', entry)
  const today = localDay(now)
  const before = (await readItems(tx, [id])).get(id) ?? []
  const [issuing] = await rowsOf<{ path: string; ledgerName: string | null }>(
    tx,
    sql`select m.scope_path as path, (select name from ledger where id = m.ledger_id) as "ledgerName"
      from missive m where m.id = ${id}`,
  )
  const place = { viewer, unitId: row.unitId, path: issuing!.path }
  const figures = row.figures ? await countFigures(tx, place, row.source, today) : null
  const items = row.figures
    ? await selectItems(tx, place, row.source, { today, limit: mostItems })
    : (
        await itemsNow(
          tx,
          viewer.scope,
          before.map(({ itemId }) => itemId),
          today,
        )
      ).filter(({ light, unitId }) => light !== null && unitId === row.addresseeId)
  if (items.length === 0 && figures === null) throw new Problem('missive-no-items')
  const subject = (its: Pick<Subject, 'items' | 'figures' | 'day'>) =>
    usualWords({ ...row, ...its, ledgerName: issuing!.ledgerName })
  const was = subject({ items: before, figures: row.figures, day: row.day })
  const is = subject({ items, figures, day: today })
  const again = (key: 'title' | 'opening' | 'closing') => (row[key] === was[key] ? is[key] : row[key])
  await tx.execute(sql`delete from missive_item where missive_id = ${id}`)
  await keepItems(tx, [{ id, items }])
  await tx.execute(sql`update missive set title = ${again('title')}, opening = ${again('opening')},
    closing = ${again('closing')}, figures = ${figures && JSON.stringify(figures)}::jsonb, item_count = ${items.length},
    day = ${today}, updated_at = ${now.toISOString()}, version = version + 1 where id = ${id}`)
}

/** Throws a draft away. */
export async function removeMissive(
  tx: Database,
  viewer: Viewer,
  asked: Pick<Asked, 'id' | 'version'>,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeMissive(tx, viewer, asked, 'remove', entry)
  await tx.execute(sql`delete from missive where id = ${row.id}`)
}

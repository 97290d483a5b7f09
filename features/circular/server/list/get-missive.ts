import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Circular } from '@jianbao/typesetting/contract'
import type { Missive, MissiveItemPage, MissiveWords, PageQuery } from '../../contract/index.ts'
import { composeMissive, missiveNumber } from '../compose/compose-missive.ts'
import { itemsNow } from '../items/read-items.ts'
import { getMissiveRow, type MissiveRow, readItems, type Viewer } from '../missive.store.ts'
import { noReceipts, viewMissive } from '../missive.view.ts'
import { countReceipts } from './list-missives.ts'

/** One document with what came back of it. Throws `not-found`. */
export async function getMissive(tx: Database, viewer: Viewer, id: string, now: Date): Promise<Missive> {
  const today = localDay(now)
  const row = await getMissiveRow(tx, viewer, id)
  const receipts = (await countReceipts(tx, [id], now)).get(id) ?? noReceipts
  const [batch] = await rowsOf<Missive['batch']>(
    tx,
    sql`select count(*)::int as "all", (count(*) filter (where state = 'draft'))::int as draft,
        (count(*) filter (where state = 'waiting'))::int as waiting,
        (count(*) filter (where state = 'issued'))::int as issued, count(delivered_at)::int as delivered
      from missive where batch_id = ${row.batchId} and unit_id = ${row.unitId}`,
  )
  const changed =
    row.state === 'draft' || row.state === 'waiting' ? await countChanged(tx, viewer, row, today) : 0
  return viewMissive(row, viewer.person, { receipts, batch: batch!, changed, today })
}

/** Items that stand otherwise now than in the words: another light, state or deadline, or gone. */
async function countChanged(tx: Database, viewer: Viewer, row: MissiveRow, today: string): Promise<number> {
  const items = (await readItems(tx, [row.id])).get(row.id) ?? []
  const now = await itemsNow(
    tx,
    viewer.scope,
    items.map(({ itemId }) => itemId),
    today,
  )
  const by = new Map(now.map(item => [item.itemId, item]))
  return items.filter(was => {
    const is = by.get(was.itemId)
    return !is || is.light !== was.light || is.state !== was.state || is.dueDay !== was.dueDay
  }).length
}

/** The items of a document as they stood in it, beside how they stand now. Throws `not-found`. */
export async function listMissiveItems(
  tx: Database,
  viewer: Viewer,
  { id, page = 1, pageSize = 50, now }: PageQuery & { readonly id: string; readonly now: Date },
): Promise<MissiveItemPage> {
  const row = await getMissiveRow(tx, viewer, id)
  const all = (await readItems(tx, [id])).get(id) ?? []
  const rows = all.slice((page - 1) * pageSize, page * pageSize)
  const ids = rows.map(({ itemId }) => itemId)
  const by = new Map((await itemsNow(tx, viewer.scope, ids, localDay(now))).map(item => [item.itemId, item]))
  return {
    rows: rows.map(item => {
      const is = by.get(item.itemId)
      return { ...item, now: is ? { light: is.light, state: is.state, dueDay: is.dueDay } : null }
    }),
    total: row.items,
    page,
    pageSize,
  }
}

/** As it was signed; while it is in the making as it would be issued today, with other words where they are given. */
export async function composeRow(
  tx: Database,
  row: MissiveRow,
  now: Date,
  words: Partial<MissiveWords> = {},
): Promise<Circular> {
  if (row.document !== null) return row.document
  const date = localDay(now)
  const merged = { ...row, ...words }
  const items = (await readItems(tx, [row.id])).get(row.id) ?? []
  const number = missiveNumber(merged.numberWord, Number(date.slice(0, 4)), null)
  return composeMissive({ ...row, number, words: merged, items, date })
}

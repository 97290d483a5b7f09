/** Saving, moving and taking out one item. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import { sql } from '@jianbao/platform/db'
import type { ItemMove, ItemText } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { resolveFigures } from '../figure/resolve-figures.ts'
import { checkPictures } from '../picture/picture.store.ts'
import { takeForEditing } from '../take-for-editing.ts'
import { holdItem, type ItemRow } from './item.store.ts'
import { insertRevision, keepRevision, refuseLong, updateItem } from './item.words.ts'
import { placeItems } from './place-items.ts'

type Asked = {
  readonly id: string
  readonly itemId: string
  readonly now: Date
  readonly today: string
}

/** Saves the words of an item. Throws `not-found`, `edition-settled`, `item-claimed`, `changed-meanwhile`, `figure-unknown`, `picture-unknown`, `article-too-long`. */
export async function saveItem(
  tx: Database,
  viewer: Viewer,
  { id, itemId, text, now, today }: Asked & { readonly text: ItemText },
  entry: EntryDraft,
): Promise<void> {
  await takeForEditing(tx, viewer, { id, today }, entry)
  const row = await holdItem(tx, id, itemId)
  refuseClaimed(row, viewer, now)
  if (row.version !== text.version)
    throw new Problem('changed-meanwhile', { name: row.headline || '这篇稿件' })
  refuseLong(text)
  await checkPictures(tx, id, text.doc)
  await keepRevision(tx, row, viewer.person, now)
  await updateItem(tx, itemId, text, viewer.person, now)
  await resolveFigures(tx, viewer, { editionId: id, itemId, doc: text.doc })
  entry.after = { item: text.headline || '短讯' }
}

/** Throws `not-found`, `edition-settled`, `column-unknown`. */
export async function moveItem(
  tx: Database,
  viewer: Viewer,
  { id, itemId, move, today }: Omit<Asked, 'now'> & { readonly move: ItemMove },
  entry: EntryDraft,
): Promise<void> {
  const edition = await takeForEditing(tx, viewer, { id, today }, entry)
  const row = await holdItem(tx, id, itemId)
  const column = edition.columns.find(({ key }) => key === move.columnKey)
  if (!column) throw new Problem('column-unknown', { column: move.columnKey })
  await placeItems(tx, id, { columnKey: column.key, before: move.before, ids: [itemId] })
  entry.after = { item: row.headline || '短讯', column: column.name }
}

/** Takes an item out; its reports may run elsewhere again. Throws `not-found`, `edition-settled`, `item-claimed`. */
export async function removeItem(
  tx: Database,
  viewer: Viewer,
  { id, itemId, now, today }: Asked,
  entry: EntryDraft,
): Promise<void> {
  await takeForEditing(tx, viewer, { id, today }, entry)
  const row = await holdItem(tx, id, itemId)
  refuseClaimed(row, viewer, now)
  await insertRevision(tx, row, now)
  await tx.execute(sql`delete from edition_item where id = ${itemId}`)
  entry.before = { item: row.headline || '短讯' }
}

/** Somebody else is at it. Throws `item-claimed`. */
function refuseClaimed(row: ItemRow, { person }: Viewer, now: Date): void {
  if (row.claimedBy === null || row.claimedBy === person.id || row.claimedUntil === null) return
  if (new Date(row.claimedUntil) > now) throw new Problem('item-claimed', { by: row.claimedName ?? '' })
}

/** What is written in an item, and keeping it. */
import { Problem } from '@jianbao/errors'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import { docText, type EditionItem, textLimit } from '../../contract/index.ts'
import type { ItemRow } from './item.store.ts'

export type ItemWords = Pick<EditionItem, 'kind' | 'headline' | 'subtitle' | 'contributor' | 'doc'>

type By = { readonly id: string; readonly name: string }
type NewItem = {
  readonly id: string
  readonly columnKey: string
  readonly words: ItemWords
  readonly by: By
  readonly now: Date
}

/** Throws `article-too-long`: a schema bounds each piece of a text, not the whole. */
export function refuseLong({ headline, doc }: Pick<ItemWords, 'headline' | 'doc'>): void {
  const count = docText(doc).length
  if (count > textLimit)
    throw new Problem('article-too-long', { title: headline || '短讯', count, limit: textLimit })
}

/** At the end of its column, until it is placed. */
export async function insertItem(
  tx: Database,
  editionId: string,
  { id, columnKey, words, by, now }: NewItem,
): Promise<void> {
  await tx.execute(sql`insert into edition_item (id, edition_id, column_key, position, kind, headline, subtitle,
      contributor, doc, edited_by, edited_name, edited_at)
    values (${id}, ${editionId}, ${columnKey}, 1000000, ${words.kind}, ${words.headline}, ${words.subtitle},
      ${words.contributor}, ${JSON.stringify(words.doc)}::jsonb, ${by.id}, ${by.name}, ${now.toISOString()})`)
}

export async function updateItem(
  tx: Database,
  id: string,
  words: ItemWords & { readonly withheld: boolean },
  by: By,
  now: Date,
): Promise<void> {
  await tx.execute(sql`update edition_item set kind = ${words.kind}, headline = ${storableText(words.headline).trim()},
      subtitle = ${storableText(words.subtitle).trim()}, contributor = ${storableText(words.contributor).trim()},
      doc = ${JSON.stringify(words.doc)}::jsonb, withheld = ${words.withheld}, version = version + 1,
      edited_by = ${by.id}, edited_name = ${by.name}, edited_at = ${now.toISOString()}
    where id = ${id}`)
}

/** Somebody writes on at once: only what another hand wrote, or wrote long before, is worth a revision of its own. */
const sameSittingMs = 10 * 60_000

/** Keeps what an item was, unless the same hand has just written it. */
export async function keepRevision(tx: Database, row: ItemRow, by: By, now: Date): Promise<void> {
  const since = now.getTime() - new Date(row.editedAt).getTime()
  if (row.editedBy === by.id && since < sameSittingMs) return
  await insertRevision(tx, row, now)
}

export async function insertRevision(tx: Database, row: ItemRow, now: Date): Promise<void> {
  await tx.execute(sql`insert into edition_item_revision (edition_id, item_id, version, headline, subtitle, contributor,
      doc, by_name, until)
    values (${row.editionId}, ${row.id}, ${row.version}, ${row.headline}, ${row.subtitle}, ${row.contributor},
      ${JSON.stringify(row.doc)}::jsonb, ${row.editedName}, ${now.toISOString()}) on conflict do nothing`)
}

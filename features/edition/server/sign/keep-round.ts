/** An edition as it was each time it was sent to be signed. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { blockLines, type EditionItem, type EditionRound } from '../../contract/index.ts'
import type { EditionRow } from '../edition.store.ts'
import { instant } from '../edition.view.ts'
import { readContent } from '../item/item.store.ts'
import type { RoundItem } from './difference.rules.ts'

/** An item as rounds keep it. */
export function roundItem(item: EditionItem, columns: EditionRow['columns']): RoundItem {
  const { id, columnKey, headline, subtitle, contributor, doc } = item
  const column = columns.find(({ key }) => key === columnKey)?.name ?? columnKey
  return { id, columnKey, column, headline, subtitle, contributor, blocks: blocksOf(doc) }
}

/** Its blocks as text, what comments are anchored in. */
export const blocksOf = ({ content }: EditionItem['doc']): string[] =>
  content.map(block => blockLines(block).join('\n'))

export async function keepRound(
  tx: Database,
  row: EditionRow,
  no: number,
  by: { readonly name: string },
  now: Date,
): Promise<void> {
  const items = (await readContent(tx, row)).map(item => roundItem(item, row.columns))
  await tx.execute(sql`insert into edition_round (edition_id, no, items, by_name, at)
    values (${row.id}, ${no}, ${JSON.stringify(items)}::jsonb, ${by.name}, ${now.toISOString()})`)
}

export async function listRounds(tx: Database, editionId: string): Promise<EditionRound[]> {
  const rows = await rowsOf<EditionRound>(
    tx,
    sql`select no, jsonb_array_length(items) as items, by_name as "byName", at from edition_round
      where edition_id = ${editionId} order by no`,
  )
  return rows.map(row => ({ ...row, at: instant(row.at) }))
}

/** What stood in it in a round; null when there was none. */
export async function readRound(tx: Database, editionId: string, no: number): Promise<RoundItem[] | null> {
  const [round] = await rowsOf<{ items: RoundItem[] }>(
    tx,
    sql`select items from edition_round where edition_id = ${editionId} and no = ${no}`,
  )
  return round?.items ?? null
}

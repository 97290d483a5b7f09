/** Items of an edition that was found; whoever may read or write it was decided there. */
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ArticleDoc, EditionItem, ItemSource } from '../../contract/index.ts'
import { instant } from '../edition.view.ts'

export type ItemRow = {
  readonly id: string
  readonly editionId: string
  readonly columnKey: string
  readonly position: number
  readonly kind: EditionItem['kind']
  readonly headline: string
  readonly subtitle: string
  readonly contributor: string
  readonly doc: ArticleDoc
  readonly withheld: boolean
  readonly claimedBy: string | null
  readonly claimedName: string | null
  readonly claimedTab: string | null
  readonly claimedUntil: string | Date | null
  readonly editedBy: string
  readonly editedName: string
  readonly editedAt: string | Date
  readonly version: number
}

const columns = sql`i.id, i.edition_id as "editionId", i.column_key as "columnKey", i.position, i.kind, i.headline,
  i.subtitle, i.contributor, i.doc, i.withheld, i.claimed_by as "claimedBy", i.claimed_name as "claimedName",
  i.claimed_tab as "claimedTab", i.claimed_until as "claimedUntil", i.edited_by as "editedBy",
  i.edited_name as "editedName", i.edited_at as "editedAt", i.version`

/** In the order of their columns' keys and their positions. */
export function selectItems(tx: Database, editionId: string): Promise<ItemRow[]> {
  return rowsOf<ItemRow>(
    tx,
    sql`select ${columns} from edition_item i where i.edition_id = ${editionId} order by i.column_key, i.position, i.id`,
  )
}

/** Held to the end of the transaction. Throws `not-found`. */
export async function holdItem(tx: Database, editionId: string, id: string): Promise<ItemRow> {
  const [row] = await rowsOf<ItemRow>(
    tx,
    sql`select ${columns} from edition_item i where i.edition_id = ${editionId} and i.id = ${id} for update`,
  )
  if (!row) throw new Problem('not-found')
  return row
}

/** Sources by item, with what became of each report since. `deskId`: the unit of the edition, whose adoptions count. */
export async function selectSources(
  tx: Database,
  editionId: string,
  deskId: string,
): Promise<Map<string, ItemSource[]>> {
  const rows = await rowsOf<ItemSource & { itemId: string }>(
    tx,
    sql`select x.item_id as "itemId", x.report_id as "reportId", x.adoption_id as "adoptionId",
        x.unit_name as "unitName", x.title,
        case when not exists (select from adoption a where a.report_id = x.report_id and a.unit_id = ${deskId}
            and a.revoked_at is null) then 'gone'
          when exists (select from report_step t where t.report_id = x.report_id
            and t.action in ('correct', 'adopt', 'edit-adoption') and t.at > x.taken_at) then 'changed' else 'same' end as now
      from edition_source x where x.edition_id = ${editionId} order by x.item_id, x.position`,
  )
  const found = new Map<string, ItemSource[]>()
  for (const { itemId, ...source } of rows) found.set(itemId, [...(found.get(itemId) ?? []), source])
  return found
}

export function viewItem(row: ItemRow, sources: readonly ItemSource[]): EditionItem {
  const { id, columnKey, position, kind, headline, subtitle, contributor, doc, withheld } = row
  return {
    ...{ id, columnKey, position, kind, headline, subtitle, contributor, doc, withheld },
    sources: [...sources],
    editedName: row.editedName,
    editedAt: instant(row.editedAt),
    version: row.version,
  }
}

/** All items with their sources, in the order of the columns they stand in. */
export async function readContent(
  tx: Database,
  edition: {
    readonly id: string
    readonly unitId: string
    readonly columns: readonly { readonly key: string }[]
  },
): Promise<EditionItem[]> {
  const rows = await selectItems(tx, edition.id)
  const sources = await selectSources(tx, edition.id, edition.unitId)
  const order = new Map(edition.columns.map(({ key }, place) => [key, place]))
  const place = (row: ItemRow): number => order.get(row.columnKey) ?? order.size
  return rows
    .toSorted((a, b) => place(a) - place(b) || a.position - b.position)
    .map(row => viewItem(row, sources.get(row.id) ?? []))
}

/** What a signed edition is made of: all that is needed to set and record it, whatever becomes of its series meanwhile. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Bulletin, LayoutProfile, PdfStandard } from '@jianbao/typesetting/contract'
import { type EditionItem, picturesOf, type SeriesSettings } from '../../contract/index.ts'
import { composeEdition } from '../compose-edition.ts'
import type { EditionRow } from '../edition.store.ts'
import { readContent } from '../item/item.store.ts'
import { profileOf } from '../print-of-edition.ts'
import { readFrame } from '../read-frame.ts'
import { blocksOf } from './keep-round.ts'

/** One item as it is printed, with the reports behind it. */
export type OrderedItem = {
  readonly id: string
  readonly headline: string
  readonly paragraphs: readonly string[]
  readonly sources: readonly { readonly reportId: string; readonly adoptionId: string | null }[]
}
export type OrderedArticle = {
  /** Of its item; of briefs that of the first: its permanent address. */
  readonly id: string
  readonly kind: 'article' | 'briefs' | 'essay' | 'speech'
  readonly headline: string | null
  readonly contributor: string | null
  readonly withheld: boolean
  readonly items: readonly OrderedItem[]
}
export type OrderedPicture = {
  readonly key: string
  readonly sha256: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
}
export type FreezeOrder = {
  readonly model: Bulletin
  readonly setting: {
    readonly standard: PdfStandard
    readonly red: 'screen' | 'press'
    readonly profile: Partial<LayoutProfile>
  }
  readonly public: SeriesSettings['public']
  readonly pictures: readonly OrderedPicture[]
  readonly columns: readonly { readonly name: string; readonly articles: readonly OrderedArticle[] }[]
}

/** From the edition as it stands now, with its numbers or those it would get. */
export async function readOrder(tx: Database, row: EditionRow, today: string): Promise<FreezeOrder> {
  const items = await readContent(tx, row)
  const frame = await readFrame(tx, row, today)
  const { bulletin, places } = composeEdition(frame, items)
  const byId = new Map(items.map(item => [item.id, item]))
  const columns = places.map((articles, at) => ({
    name: bulletin.columns[at]!.name ?? '',
    articles: articles.map((ids, place) =>
      orderArticle(
        bulletin.columns[at]!.articles[place]!,
        ids.map(id => byId.get(id)!),
      ),
    ),
  }))
  const { standard, red } = row.settings
  const setting = { standard, red, profile: profileOf(row) }
  const pictures = await selectUsed(tx, row.id, items)
  return { model: bulletin, setting, public: row.settings.public, pictures, columns }
}

/** Of briefs none can be held back alone on the public site: the column is one article there. */
function orderArticle(
  { kind, headline, contributor }: Bulletin['columns'][number]['articles'][number],
  items: readonly EditionItem[],
): OrderedArticle {
  const ordered = items.map(({ id, doc, sources, ...item }) => ({
    id,
    headline: item.headline,
    paragraphs: blocksOf(doc)
      .flatMap(text => text.split('\n'))
      .filter(text => text.trim() !== ''),
    sources: sources.map(({ reportId, adoptionId }) => ({ reportId, adoptionId })),
  }))
  const withheld = items.some(item => item.withheld)
  return { id: items[0]!.id, kind, headline, contributor, withheld, items: ordered }
}

async function selectUsed(
  tx: Database,
  editionId: string,
  items: readonly EditionItem[],
): Promise<OrderedPicture[]> {
  const used = [...new Set(items.flatMap(({ doc }) => picturesOf(doc)))]
  if (!used.length) return []
  return rowsOf<OrderedPicture>(
    tx,
    sql`select id as key, sha256, media_type as "mediaType", width, height from edition_picture
      where edition_id = ${editionId} and id = any (${`{${used.join(',')}}`}::uuid[]) order by id`,
  )
}

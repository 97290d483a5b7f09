/** The model typesetting sets, made from an edition: its columns in their order, empty ones left out. */
import type { Block, Bulletin, BulletinArticle } from '@jianbao/typesetting/contract'
import {
  type ArticleDoc,
  type BlockNode,
  type EditionItem,
  inlineText,
  type SeriesColumn,
  type SeriesSettings,
} from '../contract/index.ts'
import { setTable } from './set-table.ts'

/** What the model is made of besides the items. */
export type EditionFrame = {
  readonly seriesName: string
  readonly layout: 'bulletin' | 'magazine'
  readonly publisher: string
  readonly special: boolean
  readonly issueNo: number | null
  readonly runningNo: number | null
  readonly date: string
  readonly columns: readonly SeriesColumn[]
  readonly settings: SeriesSettings
  readonly distribution: readonly { readonly to: string; readonly entries: readonly string[] }[]
  readonly chainHead: string | null
}

export type ItemInPrint = Pick<
  EditionItem,
  'id' | 'columnKey' | 'kind' | 'headline' | 'subtitle' | 'contributor' | 'doc'
>

/** Which item each article of the model came from, in the same places; of briefs one for each line. */
export type PrintPlaces = readonly (readonly (readonly string[])[])[]

export function composeEdition(
  frame: EditionFrame,
  items: readonly ItemInPrint[],
): { bulletin: Bulletin; places: PrintPlaces } {
  const filled = frame.columns
    .map(column => ({ column, its: items.filter(({ columnKey }) => columnKey === column.key) }))
    .filter(({ its }) => its.length > 0)
  const columns = filled.map(({ column, its }) => ({
    name: column.name,
    articles: column.rule === 'briefs' ? [briefsOf(its)] : its.map(articleOf),
  }))
  const places = filled.map(({ column, its }) =>
    column.rule === 'briefs' ? [its.map(({ id }) => id)] : its.map(({ id }) => [id]),
  )
  const { settings } = frame
  const bulletin: Bulletin = {
    schema: 'jianbao-bulletin/1',
    layout: frame.layout,
    series: frame.seriesName,
    issueNo: frame.issueNo,
    special: frame.special,
    runningNo: frame.runningNo,
    publisher: frame.publisher,
    date: frame.date,
    secrecy: settings.secrecy,
    copyNo: settings.copyNumbers ? '000001' : null,
    printRun: settings.printRun,
    contents: settings.contents,
    columns,
    distribution: frame.distribution.map(({ to, entries }) => ({ to, entries: [...entries] })),
    ...(frame.chainHead === null ? {} : { seal: { chainHead: frame.chainHead } }),
  }
  return { bulletin, places }
}

function articleOf(item: ItemInPrint): BulletinArticle {
  return {
    kind: item.kind,
    headline: item.headline || null,
    subtitle: item.subtitle || null,
    contributor: item.contributor ? `（供稿：${item.contributor}）` : null,
    blocks: item.doc.content.flatMap(blocksOf),
  }
}

/** Every brief is one line; what else an editor put there stands behind it. */
function briefsOf(items: readonly ItemInPrint[]): BulletinArticle {
  return {
    kind: 'briefs',
    headline: null,
    contributor: null,
    blocks: items.flatMap(({ headline, doc }) => briefBlocks(headline, doc)),
  }
}

function briefBlocks(headline: string, { content }: ArticleDoc): Block[] {
  const blocks = content.flatMap(blocksOf)
  const first = blocks.findIndex(({ type }) => type === 'paragraph')
  return blocks.map((block, place) =>
    place === first && block.type === 'paragraph' ? { type: 'item', text: headline + block.text } : block,
  )
}

function blocksOf(node: BlockNode): Block[] {
  if (node.type === 'picture') {
    const { pictureId, caption, alt, widthPercent } = node.attrs
    return [
      {
        type: 'figure',
        image: pictureId,
        alt: alt || caption || '图片',
        caption: caption || null,
        widthPercent,
      },
    ]
  }
  if (node.type === 'table') return setTable(node)
  const text = inlineText(node.content)
  if (text.trim() === '') return []
  return [
    node.type === 'heading'
      ? { type: 'heading', level: node.attrs.level, text }
      : { type: 'paragraph', text },
  ]
}

/** An edition as proofreading reads it: its texts block by block, in the very places they have in their documents. */
import type {
  LayoutRemark,
  ProofBlock,
  ProofColumn,
  ProofIssue,
  ProofItem,
} from '@jianbao/proofreading/contract'
import {
  type BlockNode,
  type EditionItem,
  type EditionPicture,
  inlineText,
  saysFigure,
  type TableNode,
  type TypedNumber,
  typedNumbersOf,
} from '../../contract/index.ts'
import type { EditionFrame } from '../compose-edition.ts'

/** Of the page between its margins (GB/T 9704). */
const textWidthMm = 156

export type ProofItemSource = Pick<
  EditionItem,
  'id' | 'columnKey' | 'kind' | 'headline' | 'subtitle' | 'contributor' | 'doc'
>
/** A figure of a report the edition was made of. */
export type ReportFigure = { readonly value: number; readonly unit: string; readonly qualifier: string }

export type ProofParts = {
  readonly frame: EditionFrame
  readonly items: readonly ProofItemSource[]
  readonly pictures: readonly EditionPicture[]
  readonly figures: readonly ReportFigure[]
  readonly campaign: ProofIssue['campaign']
}

export function proofIssueOf(parts: ProofParts, layout: LayoutRemark[]): ProofIssue {
  const { frame, items, campaign } = parts
  const pictures = new Map(parts.pictures.map(picture => [picture.id, picture]))
  const supported = supporter(parts.figures)
  const columns = frame.columns.map(
    ({ key, name, rule, min, max }): ProofColumn => ({
      ...{ key, name, rule, min, max },
      briefLimit: rule === 'briefs' ? frame.settings.briefLimit : null,
      items: items
        .filter(item => item.columnKey === key)
        .map(item => itemOf(item, node => blockOf(node, pictures, supported))),
    }),
  )
  return {
    // The number is taken when it is signed, so that it is always the next.
    series: { name: frame.seriesName, lastIssueNo: null, lastRunningNo: null, lastSpecialNo: null },
    issueNo: frame.issueNo,
    runningNo: frame.runningNo,
    special: frame.special,
    date: frame.date,
    campaign,
    printRun: frame.settings.printRun,
    distribution: frame.distribution.map(({ to, entries }) => ({ to, entries: [...entries] })),
    columns,
    layout,
  }
}

function itemOf(item: ProofItemSource, block: (node: BlockNode) => ProofBlock): ProofItem {
  const { id, kind, headline, subtitle, contributor, doc } = item
  return {
    ...{ id, kind },
    headline: headline || null,
    subtitle: subtitle || null,
    contributor: contributor || null,
    blocks: doc.content.map(block),
  }
}

type Supports = (typed: TypedNumber) => boolean

function blockOf(
  node: BlockNode,
  pictures: ReadonlyMap<string, EditionPicture>,
  supported: Supports,
): ProofBlock {
  if (node.type === 'table') return tableOf(node)
  if (node.type === 'picture') {
    const { pictureId, caption, alt, widthPercent } = node.attrs
    const picture = pictures.get(pictureId)
    return {
      type: 'picture',
      caption: caption || null,
      alt,
      widthPx: picture?.width ?? null,
      heightPx: picture?.height ?? null,
      widthMm: (textWidthMm * widthPercent) / 100,
    }
  }
  const text = inlineText(node.content)
  const figures = typedNumbersOf(node).map(typed => ({
    start: typed.start,
    end: typed.end,
    supported: supported(typed),
  }))
  return node.type === 'heading'
    ? { type: 'heading', level: node.attrs.level, text, figures }
    : { type: 'paragraph', text, figures }
}

function tableOf(node: TableNode): ProofBlock {
  const rows = node.content.map(row =>
    row.content.map(cell => cell.content.map(each => inlineText(each.content)).join('')),
  )
  const headed = node.content[0]?.content.every(({ type }) => type === 'tableHeader') ?? false
  return headed
    ? { type: 'table', header: rows[0]!, rows: rows.slice(1) }
    : { type: 'table', header: null, rows }
}

/** Whether a report of the edition says so; a number is typed often enough to be asked by value first. */
function supporter(figures: readonly ReportFigure[]): Supports {
  const byValue = Map.groupBy(figures, ({ value }) => value)
  return ({ value, surface }) => byValue.get(value)?.some(figure => saysFigure(surface, figure)) ?? false
}

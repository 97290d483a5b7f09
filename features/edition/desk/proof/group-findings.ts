/** Findings as the panel shows them: under the items they stand in, in the order of the issue. */
import { type Level, ruleCatalogue } from '@jianbao/proofreading/contract'
import {
  type EditionItem,
  inlinesOf,
  inlineText,
  type MendWish,
  type ProofFinding,
} from '../../contract/index.ts'
import type { JumpPlace } from '../editor/item-editor.tsx'

export type FindingGroup = { readonly item: EditionItem | null; readonly findings: ProofFinding[] }

const weight: Readonly<Record<Level, number>> = { error: 0, warn: 1, hint: 2 }

/** Of one item what weighs most comes first; what is said of the issue as a whole comes last. */
export function groupFindings(
  findings: readonly ProofFinding[],
  content: readonly EditionItem[],
): FindingGroup[] {
  const ofItem = Map.groupBy(findings, finding => finding.place.itemId)
  const sorted = (list: ProofFinding[] = []) => list.toSorted((a, b) => weight[a.level] - weight[b.level])
  const known = new Set<string | null>(content.map(({ id }) => id))
  const rest = findings.filter(({ place }) => !known.has(place.itemId))
  return [
    ...content.map(item => ({ item, findings: sorted(ofItem.get(item.id)) })),
    { item: null, findings: sorted(rest) },
  ].filter(group => group.findings.length > 0)
}

/** Those whose mends nobody need read one by one. */
export function safeFindings(findings: readonly ProofFinding[]): ProofFinding[] {
  return findings.filter(({ rule, mend, ignored }) => ruleCatalogue[rule].safe && mend !== null && !ignored)
}

/** What to ask of the server, item by item, each as it was when it was proofread. */
export function mendWishOf(
  findings: readonly ProofFinding[],
  versions: readonly { readonly id: string; readonly version: number }[],
): MendWish {
  const ofItem = Map.groupBy(findings, ({ place }) => place.itemId)
  return {
    items: versions.flatMap(({ id, version }) => {
      const fingerprints = ofItem.get(id)?.map(({ fingerprint }) => fingerprint) ?? []
      return fingerprints.length > 0 ? [{ itemId: id, version, fingerprints }] : []
    }),
  }
}

/** Where its words stand, as the editor counts them: the cells of a table one after another. */
export function jumpPlaceOf({ place }: ProofFinding, content: readonly EditionItem[]): JumpPlace | null {
  const { itemId, block, start, end, cell } = place
  if (itemId === null) return null
  if (block === null) return { itemId }
  const node = content.find(({ id }) => id === itemId)?.doc.content[block]
  const before = cell && node?.type === 'table' ? lengthBefore(node, cell) : 0
  return { itemId, block, start: before + start, end: before + end }
}

type Table = Extract<EditionItem['doc']['content'][number], { type: 'table' }>

function lengthBefore({ content }: Table, cell: { row: number; column: number }): number {
  const cells = content.flatMap((row, at) =>
    row.content.filter((_, column) => at < cell.row || (at === cell.row && column < cell.column)),
  )
  const printed = cells.flatMap(each => each.content.flatMap(inlinesOf))
  return printed.reduce(
    (sum, node) => sum + (node.type === 'text' ? node.text.length : node.attrs.shown.length),
    0,
  )
}

export type WordsAround = { readonly before: string; readonly after: string }
const reach = 6

/** A few characters on both sides of its words, as the issue has them now. */
export function wordsAround({ place, quote }: ProofFinding, content: readonly EditionItem[]): WordsAround {
  const item = content.find(({ id }) => id === place.itemId)
  const text = item ? textAt(item, place) : ''
  if (quote === '' || text.slice(place.start, place.end) !== quote) return { before: '', after: '' }
  const from = Math.max(0, place.start - reach)
  const to = place.end + reach
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, place.start)}`,
    after: `${text.slice(place.end, to)}${to < text.length ? '…' : ''}`,
  }
}

function textAt(item: EditionItem, { part, block, cell }: ProofFinding['place']): string {
  if (part === 'headline' || part === 'subtitle' || part === 'contributor') return item[part]
  const node = block === null ? undefined : item.doc.content[block]
  if (node?.type === 'picture') return node.attrs.caption
  if (node?.type !== 'table') return inlineText(node?.content)
  const found = cell ? node.content[cell.row]?.content[cell.column] : undefined
  return (found?.content ?? []).map(each => inlineText(each.content)).join('')
}

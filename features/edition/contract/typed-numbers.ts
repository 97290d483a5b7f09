/** Numbers an editor typed that no figure of a report stands behind. */
import { readFigures } from '@jianbao/intake/figures'
import type { ArticleDoc, BlockNode, Inline } from './article-doc.schema.ts'
import { inlinesOf } from './article-doc.text.ts'
import { sameUnit, saysFigure } from './printed-figure.ts'

export type TypedNumber = {
  readonly value: number
  readonly unit: string
  readonly qualifier: string
  /** As it is typed. */
  readonly surface: string
  /** Characters `[start, end)` of what the block prints, its cells one after another. */
  readonly start: number
  readonly end: number
}

/** Words in front that belong to the number: 近200名. */
const leading = /(?:超过|突破|超|逾|将近|接近|近|不到|不足|大约|约|不少于|不低于|至少)$/u
// What stands for nothing but itself: a figure node, as long as what it prints.
const filler = '\ufffc'
/** Telephones, identity cards and accounts have no measure word; a long run of digits with one is none the less no count. */
const longest = 12

/** Of a run of inline nodes. */
export function findTypedNumbers(content: readonly Inline[] | undefined): TypedNumber[] {
  const text = (content ?? [])
    .map(node => (node.type === 'text' ? node.text : filler.repeat(node.attrs.shown.length)))
    .join('')
  return readFigures(text).flatMap(({ from, to, value, unit, qualifier }) => {
    const front = leading.exec(text.slice(Math.max(0, from - 3), from))?.[0].length ?? 0
    const surface = text.slice(from - front, to)
    if (surface.includes(filler) || /\d{12,}/u.test(surface) || surface.length > longest * 3) return []
    // 文明 and 一条 of a slogan are counted by nobody: 1 says that there is one.
    if (value <= 1 && /^[一1](?:个|条|次|项|份|家|支|本|场)?$/u.test(surface)) return []
    return [{ value, unit, qualifier, surface, start: from - front, end: to }]
  })
}

/** Of a block: headings and captions say no numbers of their own. */
export function typedNumbersOf(block: BlockNode): TypedNumber[] {
  if (block.type === 'heading' || block.type === 'picture') return []
  if (block.type === 'paragraph') return findTypedNumbers(block.content)
  let before = 0
  return block.content.flatMap(row =>
    row.content.flatMap(cell =>
      cell.content.flatMap(paragraph => {
        const found = findTypedNumbers(paragraph.content)
        const at = before
        before += inlinesOf(paragraph).reduce((sum, node) => sum + printedLength(node), 0)
        return found.map(each => ({ ...each, start: each.start + at, end: each.end + at }))
      }),
    ),
  )
}

const printedLength = (node: Inline): number =>
  node.type === 'text' ? node.text.length : node.attrs.shown.length

/** Every typed number of a text, with the block it stands in. */
export function typedNumbersIn(doc: ArticleDoc): (TypedNumber & { readonly block: number })[] {
  return doc.content.flatMap((node, block) => typedNumbersOf(node).map(found => ({ ...found, block })))
}

export type Offer = {
  readonly reportId: string
  readonly figureId: string
  readonly measure: string
  readonly value: number
  readonly unit: string
  readonly qualifier: string
}

/** Figures that may be meant, the likeliest first: what the words truly say, then the same value, then the same unit. */
export function offersFor<T extends Offer>(
  typed: Omit<TypedNumber, 'start' | 'end'>,
  facts: readonly T[],
): T[] {
  const rank = (fact: T): number => {
    if (saysFigure(typed.surface, fact)) return fact.value === typed.value ? 0 : 1
    if (fact.value === typed.value) return sameUnit(fact.unit, typed.unit) ? 2 : 3
    return sameUnit(fact.unit, typed.unit) ? 4 : 5
  }
  return facts
    .map(fact => ({ fact, at: rank(fact) }))
    .filter(({ at }) => at < 5)
    .sort(
      (a, b) => a.at - b.at || Math.abs(a.fact.value - typed.value) - Math.abs(b.fact.value - typed.value),
    )
    .map(({ fact }) => fact)
}

/** The one figure that is meant without a doubt: the words say it, with its very value, and no other has that too. */
export function surelyMeant<T extends Offer>(
  typed: Omit<TypedNumber, 'start' | 'end'>,
  facts: readonly T[],
): T | null {
  const found = facts.filter(fact => fact.value === typed.value && saysFigure(typed.surface, fact))
  return found.length === 1 ? found[0]! : null
}

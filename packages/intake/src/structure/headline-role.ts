import type { Block } from './block.ts'
import { headlineWeight, indentWeight } from './heading.ts'
import type { Line } from './line.ts'
import { findDay } from './numeral.ts'
import { isNumbered } from './words.ts'

export type HeadlineRole = { readonly isHeadline: boolean; readonly doubt: string | null }

const headline: HeadlineRole = { isHeadline: true, doubt: null }
const text: HeadlineRole = { isHeadline: false, doubt: null }

/** What stands around a block that looks like a headline. */
export type HeadlineSetting = {
  /** The article at hand, null right after a section name. */
  readonly article: {
    readonly headline: unknown
    /** Blanks before the headline, in full squares. */
    readonly indent: number | null
    readonly paragraphs: readonly { readonly text: string }[]
  } | null
  readonly before: Block | undefined
  readonly next: Block | undefined
}

/** Opens the block an article, or is it a heading or a signature inside the one at hand? */
export function headlineRole(
  lines: readonly Line[],
  { article, before, next }: HeadlineSetting,
): HeadlineRole {
  const hasBody = next?.kind === 'paragraph' || next?.kind === 'byline' || next?.kind === 'caption'
  if (isMarked(lines[0]!)) return headline
  if (!hasBody) return article === null ? headline : text
  // Only where the articles are numbered does a numbered line come here.
  if (isNumbered(lines[0]!.text)) return headline
  if (!article || before?.kind === 'column') return headline
  if (article.paragraphs.length === 0) return article.headline === null ? headline : text
  const below = next.lines[0]!
  // An office over a bare day signs the text above.
  const day = findDay(below.text)
  if (day && day.to - day.from === below.text.length) return text
  const opening = article.paragraphs[0]!.text.slice(0, 60)
  const printed = lines.map(line => line.text).join('')
  const weight =
    headlineWeight(printed, below.text, opening, before?.kind === 'contributor') +
    indentWeight(lines[0]!, below, article.indent)
  if (weight >= 2) return headline
  if (weight <= 0) return text
  const doubt = `“${printed.slice(0, 20)}”按文中小标题处理，也可能是另一篇的标题，请核对。`
  return { isHeadline: false, doubt }
}

/**
 * A section name without any mark on the first line of what looks like a headline: 3 to 5 characters over a longer
 * line, where a section may begin. No printer breaks a title so.
 */
export function opensWithColumn(lines: readonly Line[], { article, before }: HeadlineSetting): boolean {
  const [first, second] = lines
  if (!first || !second || isMarked(first) || second.width < 9 || first.text.includes('—')) return false
  const length = first.text.replace(/\s/g, '').length
  if (length < 3 || length > 5) return false
  return article === null ? before?.kind !== 'column' : article.paragraphs.length > 0
}

// By Markdown or by the layout of the manuscript.
function isMarked(line: Line): boolean {
  return line.level > 0 || line.hint?.role === 'headline'
}

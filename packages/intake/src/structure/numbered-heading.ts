import type { Block, BlockKind } from './block.ts'
import { isProse, looksLikeHeadline } from './heading.ts'
import type { Line } from './line.ts'
import { columnName, isContributor, isNumbered, sectionName } from './words.ts'

/** 一、重点工作 as the first thing of the body: the sections are numbered, no article has begun that it could divide. */
export function hasNumberedSections(lines: readonly Line[]): boolean {
  const [first, second] = lines
  if (!first || !second || !sectionName(first.text) || !/^一/.test(first.text)) return false
  return isNumbered(second.text) ? isListHeading(second.text) : looksLikeHeadline(second)
}

/** Under numbered sections （一）… is the title of an article, where a report follows. */
export function sectionKind(line: Line, next: Line | undefined, last: Block | undefined): BlockKind | null {
  if (!next) return null
  if (sectionName(line.text)) return 'column'
  const isTitle = /^[（(][一二三四五六七八九十]{1,2}[）)]/.test(line.text) && !isProse(line.text)
  return isTitle && line.text.length <= 40 && isProse(next.text) && last?.kind !== 'headline'
    ? 'headline'
    : null
}

/** 1.某某上岗 over a report, the first of the body or behind a contributor: the articles are numbered. */
export function hasNumberedTitles(lines: readonly Line[]): boolean {
  // Nothing stands above the first: no article it could divide.
  if (isNumberedTitle(lines, 0) && /^[1一]/.test(lines[0]!.text)) return true
  let count = 0
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    if (isNumberedTitle(lines, i) && (!before || isContributor(before.text) || columnName(before.text)))
      count += /^1\D/.test(line.text) || count > 0 ? 1 : 0
  }
  return count >= 2
}

/** Short, numbered, no sentence, and a report right below. */
export function isNumberedTitle(lines: readonly Line[], i: number): boolean {
  const text = lines[i]?.text ?? ''
  const next = lines[i + 1]
  const isTitle =
    /^(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,2}、)/.test(text) &&
    text.length >= 8 &&
    text.length <= 40 &&
    !isProse(text)
  return isTitle && next !== undefined && isProse(next.text) && !isNumbered(next.text)
}

/** 一、认清形势，增强责任感: a heading inside the article. */
export function isListHeading(text: string): boolean {
  return isNumbered(text) && text.length <= 40 && !/[。；]/.test(text)
}

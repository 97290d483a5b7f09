import { cutLine, type Line } from '../line.ts'
import { type Piece, textOf } from './piece.ts'

const squeeze = (text: string) => text.replace(/\s/g, '')

/**
 * Titles that an extractor glued before the first line of a page. In: the lines and the pieces they were cut to.
 * Out: the lines without them, and the titles as lines of their own.
 */
export function ungluedLines(lines: readonly Line[], pages: readonly number[], pieces: readonly Piece[]) {
  const titles = pieces
    .filter(piece => piece.kind === 'headline')
    .map(piece => squeeze(textOf(piece.lines)))
    .filter(title => title.length >= 8)
  const byStart = new Map<string, string[]>()
  for (const title of titles)
    byStart.set(title.slice(0, 6), [...(byStart.get(title.slice(0, 6)) ?? []), title])
  const heads: Line[] = []
  const kept = lines.map((line, i) => {
    if (i > 0 && pages[i] === pages[i - 1]) return line
    const text = squeeze(line.text)
    const title = byStart
      .get(text.slice(0, 6))
      ?.find(each => text.startsWith(each) && text.length > each.length)
    if (title === undefined) return line
    const [head, rest] = cutLine(line, lengthOf(line.text, title.length))
    heads.push(head!)
    return { ...rest!, gap: line.gap, torn: true, page: true }
  })
  return { lines: kept, heads }
}

// How much of a text its first `count` characters that print take, with the blanks behind them.
function lengthOf(text: string, count: number): number {
  let printed = 0
  let at = 0
  while (at < text.length && printed < count) if (!/\s/.test(text[at++]!)) printed++
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}

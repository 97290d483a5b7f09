import type { Line } from './line.ts'
import { isBulleted, isClosed, isNumbered } from './words.ts'

/** How the lines of a document were wrapped, learned from the lines themselves. */
export type Wrapping = {
  /** Width of a full line around line `i` in full squares; null where a paragraph is one line. */
  readonly measureAt: (i: number) => number | null
  /** Paragraphs begin with printed blanks. */
  readonly indents: boolean
  /** Blank lines stand between paragraphs and nowhere else. */
  readonly gapsDivide: boolean
  /** The two blanks of a paragraph's first line were lost: such a line is two squares short of full. */
  readonly lostIndents: boolean
  /** Headings are marked (#, or by the layout): no other line is a headline. */
  readonly markdown: boolean
}

const stretch = 40

export function learnWrapping(lines: readonly Line[]): Wrapping {
  const whole = measureOf(lines)
  const local = whole === null && lines.length > stretch ? localMeasures(lines) : null
  const measureAt = (i: number) => (local ? local[Math.floor(i / stretch)]! : whole)
  const isWrapped = whole !== null || (local?.some(measure => measure !== null) ?? false)
  return {
    measureAt,
    indents: isWrapped ? learnIndents(lines, measureAt) : hangsFromIndents(lines),
    gapsDivide: isWrapped && learnGaps(lines, measureAt),
    lostIndents: isWrapped && learnLostIndents(lines, measureAt),
    markdown: lines.some(line => line.level > 0 || line.hint?.role === 'headline'),
  }
}

/** Is the line as wide as the measure allows, give or take hanging punctuation and a two-square indent that was lost? */
export function isFull(line: Line, measure: number): boolean {
  return line.width + Math.min(line.indent, 2) >= measure - 3.5
}

// Lines that stop inside a sentence are all of one width where text is wrapped, and of any width where it is not.
function measureOf(lines: readonly Line[]): number | null {
  const long = lines.filter(line => line.width >= 8)
  const open = long.filter(line => !isClosed(line.text)).map(line => line.width + Math.min(line.indent, 2))
  if (open.length < 3 || open.length < long.length * 0.35) return null
  open.sort((a, b) => a - b)
  let best = 0
  let measure = 0
  let from = 0
  for (const [to, width] of open.entries()) {
    while (open[from]! < width - 3) from++
    if (to - from + 1 >= best) {
      best = to - from + 1
      measure = width
    }
  }
  if (best < Math.max(3, open.length * 0.55) || measure > 75) return null
  const wider = long.filter(line => line.width > measure + 3).length
  if (wider > long.length * 0.08) return null
  return commonest(open.filter(width => width <= measure && width >= measure - 3))
}

function commonest(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = 0
  let count = 0
  for (const [width, n] of counts) if (n > count || (n === count && width > best)) [best, count] = [width, n]
  return best
}

function localMeasures(lines: readonly Line[]): (number | null)[] {
  const measures: (number | null)[] = []
  for (let from = 0; from < lines.length; from += stretch)
    measures.push(measureOf(lines.slice(Math.max(0, from - stretch / 2), from + stretch * 1.5)))
  return measures
}

type MeasureAt = Wrapping['measureAt']

function learnIndents(lines: readonly Line[], measureAt: MeasureAt): boolean {
  let flush = 0
  let indented = 0
  let afterOpen = 0
  for (const [i, line] of lines.entries()) {
    const measure = measureAt(i)
    if (measure === null || i === 0) continue
    const before = lines[i - 1]!
    if (line.indent >= 1.5 && line.indent <= 3) {
      indented++
      if (isFull(before, measure) && !isClosed(before.text)) afterOpen++
    } else if (line.indent < 1) flush++
  }
  return indented >= 2 && flush >= indented * 0.5 && afterOpen <= indented * 0.15
}

// Too little text to tell a measure, yet an indented line that stops inside a sentence and a flush one that ends it.
function hangsFromIndents(lines: readonly Line[]): boolean {
  return lines.some((line, i) => {
    const next = lines[i + 1]
    const opens = line.indent >= 1.5 && line.indent <= 3 && line.width >= 15 && !isClosed(line.text)
    return (
      opens && next !== undefined && next.indent < 1 && next.width <= line.width + 3 && isClosed(next.text)
    )
  })
}

function learnGaps(lines: readonly Line[], measureAt: MeasureAt): boolean {
  let tight = 0
  let gaps = 0
  let insideSentence = 0
  for (const [i, line] of lines.entries()) {
    const measure = measureAt(i)
    if (measure === null || i === 0) continue
    if (line.gap === 0) {
      tight++
      continue
    }
    gaps++
    const before = lines[i - 1]!
    if (isFull(before, measure) && !isClosed(before.text)) insideSentence++
  }
  return gaps >= 2 && tight >= 3 && tight >= gaps * 0.25 && insideSentence <= gaps * 0.3
}

function learnLostIndents(lines: readonly Line[], measureAt: MeasureAt): boolean {
  let short = 0
  let full = 0
  for (const [i, line] of lines.entries()) {
    const measure = measureAt(i)
    const before = lines[i - 1]
    if (measure === null || !before || line.indent > 0.5 || isBulleted(line.text) || isNumbered(line.text))
      continue
    if (isFull(before, measure) || isClosed(line.text) || !isFull(line, measure)) continue
    if (line.width <= measure - 1.5) short++
    else full++
  }
  return short >= 2 && short > full * 2
}

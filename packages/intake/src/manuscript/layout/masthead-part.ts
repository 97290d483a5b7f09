import { isSeriesName, readMastheadLine } from '../../structure/masthead-line.ts'
import type { PrintedLine } from './printed-page.types.ts'

const reach = 14
const prose = /[，。；：,;:！？]/

/** The lines of a masthead on page one: which of them name the series, and which go on with the line above. */
export type MastheadPart = {
  readonly length: number
  readonly series: ReadonlySet<PrintedLine>
  readonly wrapped: ReadonlySet<PrintedLine>
}

/** `lines` are those of page one; `size` is that of the text. */
export function mastheadPart(lines: readonly PrintedLine[], size: number): MastheadPart {
  const names = leadingNames(lines, size)
  const text = lines.findIndex(line => prose.test(line.text))
  const fields = lines.slice(0, text < 0 ? reach : Math.min(reach, text)).map(isField)
  const last = fields.lastIndexOf(true)
  const series = new Set<PrintedLine>()
  for (const [i, line] of lines.slice(0, Math.max(last, 0)).entries())
    if (line.size >= size * 1.25 && !fields[i]) series.add(line)
  // No number and no day: the name alone, and the office right below it.
  const named = names.length > 0 && isSeriesName(names.map(({ text }) => text).join(''))
  if (last < 0 && named) for (const name of names) series.add(name)
  const length = last >= 0 ? last + 1 : named ? names.length + officeBelow(lines[names.length], size) : 0
  const wrapped = new Set<PrintedLine>()
  for (const [i, line] of lines.slice(0, length).entries()) {
    const before = lines[i - 1]
    if (before && !series.has(before) && !fields[i - 1] && fields[i] && isBelow(before, line))
      wrapped.add(line)
  }
  return { length, series, wrapped }
}

function leadingNames(lines: readonly PrintedLine[], size: number): PrintedLine[] {
  const end = lines.findIndex(line => line.size < size * 1.25)
  return lines.slice(0, end < 0 ? 0 : Math.min(end, 4))
}

function officeBelow(line: PrintedLine | undefined, size: number): number {
  return line && line.size < size * 1.1 && line.text.length <= 30 && !/[【，。]/.test(line.text) ? 1 : 0
}

function isField({ text }: PrintedLine): boolean {
  if (text.length > 60 || /印发/.test(text)) return false
  const { isField: is, issueNo, date, runningNo } = readMastheadLine(text)
  return is && (issueNo !== null || date !== null || runningNo !== null)
}

/** Does `b` stand below `a` as the next line of one cell would: an office too long for its line? */
export function isBelow(a: PrintedLine, b: PrintedLine): boolean {
  return Math.abs(a.x - b.x) < a.size * 0.6 && Math.abs(a.size - b.size) < 0.6 && b.y - a.y < a.size * 2
}

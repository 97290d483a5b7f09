/** Which lines of a masthead name the series, and which the office. */
import type { Line } from './line.ts'
import {
  isSeriesName,
  type MastheadLine,
  publisherName,
  type Rest,
  readMastheadLine,
} from './masthead-line.ts'

export type Kind = 'fields' | 'series' | 'publisher' | 'unknown'
/** One name of a masthead line with the numbers beside it; a line with two names makes two entries. */
export type Entry = {
  readonly line: Line
  readonly read: MastheadLine
  readonly rest: Rest | null
  readonly kind: Kind
}

const squeeze = (text: string) => text.replace(/\s/g, '')
/** 《青石工运》 is the name in its marks. */
export const seriesName = (text: string) => squeeze(text).replace(/^《([^《》]+)》$/, '$1')
export const isHintedSeries = (entry: Entry | undefined) => entry?.line.hint?.role === 'series'
const isSeries = (entry: Entry) => entry.rest !== null && isSeriesName(entry.rest.text)
// What begins with a figure is the section of a page: 03 科教.
const isUnknownOffice = ({ kind, rest }: Entry) => kind === 'unknown' && !/^\d/.test(rest?.text ?? '')
const publisherOf = (entry: Entry) => (entry.rest === null ? null : publisherName(entry.rest.text))

export function isNumberedIssue(read: MastheadLine): boolean {
  return read.issueNo !== null || read.runningNo !== null || read.special
}

export function isDated(read: MastheadLine): boolean {
  return read.date !== null || read.dayOfYear !== null
}

// The name of the series may run over lines (某某县总工会 / 工作简报); what stands above the number is the series.
export function seriesEntries(entries: readonly Entry[]): Entry[] {
  const hinted = entries.filter(isHintedSeries)
  if (hinted.length > 0) return hinted
  const noun = entries.findIndex(entry => isSeries(entry))
  const number = entries.findIndex(entry => isNumberedIssue(entry.read))
  const last = noun >= 0 ? noun : number > 0 ? number - 1 : -1
  if (last < 0) return []
  // 某某市科学技术协会文件: the head of the paper, not of the series.
  const above = entries
    .slice(0, last + 1)
    .filter(entry => entry.rest !== null && !/文件$|：|举办|召开|开展|举行/.test(entry.rest.text))
  if (noun >= 0) {
    const isBare = squeeze(entries[noun]!.rest!.text).length <= 4
    const officeBelow = entries.slice(noun + 1).some(entry => publisherOf(entry) !== null)
    const takesAbove = isBare || officeBelow
    return above.filter(
      entry =>
        entry === entries[noun] ||
        (entry.read.pieces.length === 0 && (takesAbove || entry.kind === 'unknown')),
    )
  }
  const officeBelow = entries.slice(number).some(entry => publisherOf(entry) !== null)
  return above.filter(
    entry =>
      entry.read.pieces.length === 0 &&
      (officeBelow || entry.kind === 'unknown') &&
      (entry === entries[last] || !isStray(entry.rest!.text)),
  )
}

// A running head with its page, or a headline that an extractor put above the name.
const isStray = (text: string) => /\d$|[“”《》！？]/.test(text) || text.length > 5

const mostAbove = 6

/** How many lines stand above a name right over its number, and are no part of a masthead: headlines that left their place. */
export function countAboveMasthead(lines: readonly Line[]): number {
  for (let k = 1; k <= mostAbove && k + 1 < lines.length; k++) {
    const name = squeeze(lines[k]!.text)
    const number = readMastheadLine(lines[k + 1]!.text)
    const isName =
      name.length >= 2 && name.length <= 8 && /^\p{Script=Han}+$/u.test(name) && !isSeriesName(name)
    if (!isName || !isNumberedIssue(number) || number.rests.length > 0) continue
    const above = lines.slice(0, k)
    return above.every(isNoField) && above.some(line => isStray(line.text)) ? k : 0
  }
  return 0
}

function isNoField({ text, hint }: Line): boolean {
  return !hint && !isSeriesName(text) && publisherName(text) === null && !readMastheadLine(text).isField
}

export function publisherEntry(entries: readonly Entry[], series: readonly Entry[]): Entry | null {
  const free = entries.filter(entry => entry.rest !== null && !series.includes(entry))
  const known = free.filter(entry => publisherOf(entry) !== null)
  const isIssue = series.length > 0 || entries.some(entry => isNumberedIssue(entry.read))
  const dated = free.find(entry => isDated(entry.read) && !isSeries(entry))
  return (
    known.find(entry => isDated(entry.read)) ??
    known.find(entry => publisherOf(entry)!.sure && !/^主管/.test(entry.rest!.text)) ??
    known.find(entry => publisherOf(entry)!.sure) ??
    known.at(-1) ??
    dated ??
    free.find(entry => isUnknownOffice(entry) && isIssue && entries.indexOf(entry) > 0) ??
    null
  )
}

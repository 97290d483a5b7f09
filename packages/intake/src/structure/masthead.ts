import type { MastheadMark } from '../contract.ts'
import { type MappedText, spansOf } from '../mapped-text.ts'
import { isDistributionLine } from './distribution.ts'
import type { Line } from './line.ts'
import {
  isBulletinName,
  isNewspaperName,
  isSeriesName,
  type MastheadLine,
  publisherName,
  type Rest,
  readMastheadLine,
} from './masthead-line.ts'
import {
  type Entry,
  isDated,
  isHintedSeries,
  isNumberedIssue,
  type Kind,
  publisherEntry,
  seriesEntries,
  seriesName,
} from './masthead-names.ts'
import { findDay } from './numeral.ts'
import { withoutPageNumber } from './page-noise.ts'
import { columnName, isBulleted, isByline, isClosed, isContributor, isNumbered } from './words.ts'

export type Masthead = {
  readonly series: string | null
  readonly issueNo: number | null
  readonly special: boolean
  readonly runningNo: number | null
  readonly publisher: string | null
  readonly date: string | null
  readonly marks: MastheadMark[]
  /** The first of the given lines, those it takes. */
  readonly lines: readonly Line[]
}

const squeeze = (text: string) => text.replace(/\s/g, '')
const regionLines = 14
const isStrongSeries = (name: string) => isBulletinName(name) || isNewspaperName(name)

/** The masthead at the head of `lines` (page noise already taken out); without lines when there is none. */
export function readMasthead(lines: readonly Line[], raw: string): Masthead {
  const entries: Entry[] = []
  for (const line of lines.slice(0, regionLines)) {
    if (isHintedText(line)) break
    const found = readEntries(line)
    if (found.length === 0) break
    entries.push(...found)
  }
  return readFields(entries.slice(0, mastheadSize(entries)), raw)
}

function readEntries(line: Line): Entry[] {
  const { text } = line
  if (text.length > 80 || isByline(text) || isDistributionLine(text)) return []
  const read = readMastheadLine(text)
  if (!read.isField) {
    const column = columnName(text)
    if (column && column.mark !== 'bare' && !(column.mark === 'known' && isBulletinName(squeeze(text))))
      return []
    if (isContributor(text) || isBulleted(text) || isNumbered(text)) return []
  }
  const isProse = isClosed(text) || /[，；]/.test(text) || /[:：]$/.test(text)
  if (isProse && read.rests.length > 0) return []
  if (read.rests.length === 0) return [{ line, read, rest: null, kind: 'fields' }]
  return read.rests.map((rest, i) => ({
    line,
    read: i === 0 ? read : { ...read, pieces: [] },
    rest,
    kind: line.hint?.role === 'series' ? 'series' : kindOf(read, rest, i > 0),
  }))
}

function kindOf(read: MastheadLine, rest: Rest, isSecond: boolean): Kind {
  const isSeries = isSeriesName(rest.text)
  const isPublisher = publisherName(rest.text) !== null
  if (!read.isField) return isSeries ? 'series' : isPublisher ? 'publisher' : 'unknown'
  if (isSeries || isPublisher || isSecond) return 'fields'
  // 第三期培训班开班 is a headline; an office nobody knows with the day behind it still is an office.
  const last = read.pieces.at(-1)
  const isDatedOffice =
    isDated(read) && read.pieces.every(piece => piece.from >= rest.to) && rest.text.length <= 30
  return isDatedOffice || last === undefined || read.pieces.some(piece => piece.field === 'secrecy')
    ? 'fields'
    : 'unknown'
}

function mastheadSize(entries: readonly Entry[]): number {
  let size = 0
  let number = false
  let day = false
  let office = false
  for (const [i, entry] of entries.entries()) {
    const complete = number && day && office
    if (entry.kind === 'fields') {
      if (complete && entry.rest !== null && entry.line !== entries[i - 1]?.line) break
      if (i - size > 3) break
      size = i + 1
      number ||= isNumberedIssue(entry.read)
      day ||= isDated(entry.read)
      office ||= entry.rest !== null && publisherName(entry.rest.text) !== null
    } else if (complete) break
    else if (entry.kind === 'publisher' && size === i && (size > 0 || entries[i + 1]?.kind === 'series')) {
      size = i + 1
      office = true
    } else if (isHintedSeries(entry)) size = i + 1
    // Below a name that the layout vouches for stands the office, known or not.
    else if (isHintedSeries(entries[i - 1]) && size === i && entry.kind === 'unknown' && !entry.line.hint)
      size = i + 1
    else if (entry.kind === 'series' && i <= 2 && isStrongSeries(squeeze(entry.rest!.text))) {
      const next = entries[i + 1]
      if (i === size || next?.kind === 'fields' || next?.kind === 'publisher') size = i + 1
    } else if (number && day && entry.kind === 'unknown') break
  }
  const used = entries.slice(0, size)
  const isMasthead = used.some(
    entry => entry.kind === 'series' || (entry.kind === 'fields' && isAnchor(entry.read)),
  )
  return isMasthead ? size : 0
}

function isAnchor(read: MastheadLine): boolean {
  return read.pieces.some(piece => piece.field !== 'secrecy')
}

function readFields(entries: readonly Entry[], raw: string): Masthead {
  const marks: MastheadMark[] = []
  const add = (
    field: MastheadMark['field'],
    content: MappedText,
    from: number,
    to: number,
    confidence: number,
  ) => marks.push({ field, spans: spansOf(content, from, to, raw), confidence })
  for (const { line, read } of entries)
    for (const piece of read.pieces) add(piece.field, line.content, piece.from, piece.to, 0.98)
  const series = seriesEntries(entries)
  const publisher = publisherEntry(entries, series)
  for (const { line, rest } of series)
    add('series', line.content, rest!.from, rest!.to, isSeriesName(rest!.text) ? 0.97 : 0.7)
  const named = publisher?.rest && (publisherName(publisher.rest.text) ?? whole(publisher.rest.text))
  if (publisher?.rest && named) {
    const { from } = publisher.rest
    add('publisher', publisher.line.content, from + named.from, from + named.to, 0.95)
  }
  return {
    series: series.length > 0 ? series.map(entry => seriesName(entry.rest!.text)).join('') : null,
    // A series that only counts through has no other number.
    issueNo: first(entries, read => read.issueNo) ?? first(entries, read => read.runningNo),
    special: entries.some(entry => entry.read.special),
    runningNo: first(entries, read => read.runningNo),
    publisher: named ? squeeze(named.name) : null,
    date: first(entries, read => read.date) ?? dayInYear(entries),
    marks,
    lines: [...new Set(entries.map(entry => entry.line))],
  }
}

const whole = (text: string) => ({ name: text, from: 0, to: text.length })

const isHintedText = ({ hint }: Line) => hint !== undefined && hint.role !== 'series' && hint.role !== 'block'
// 2022年第34期 above, 8月19日 below.
function dayInYear(entries: readonly Entry[]): string | null {
  const year = first(entries, read => read.year)
  const day = first(entries, read => read.dayOfYear)
  return year === null || day === null ? null : (findDay(`${year}${day}`)?.iso ?? null)
}

function first<T>(entries: readonly Entry[], of: (read: MastheadLine) => T | null): T | null {
  for (const { read } of entries) {
    const value = of(read)
    if (value !== null) return value
  }
  return null
}

/** Series, number or publisher once more, at the head or foot of a page further on. */
export function repeatsMasthead(line: Line, before: Line | undefined, masthead: Masthead): boolean {
  if (line.text.length > 45 || masthead.lines.length === 0) return false
  const read = readMastheadLine(withoutPageNumber(line.text))
  const names = [masthead.series, masthead.publisher]
  const same = (mine: unknown, theirs: unknown) => mine === null || mine === theirs
  return (
    (read.isField || read.rests.length > 0) &&
    read.rests.every(rest => names.includes(squeeze(rest.text))) &&
    same(read.issueNo, masthead.issueNo) &&
    same(read.date, masthead.date) &&
    same(read.runningNo, masthead.runningNo) &&
    (read.rests.length > 0 || read.issueNo !== null) &&
    // The office alone below a finished sentence signs it.
    (read.isField ||
      squeeze(line.text) !== masthead.publisher ||
      (before !== undefined && !isClosed(before.text)))
  )
}

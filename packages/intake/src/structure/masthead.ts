import type { MastheadMark } from '../contract.ts'
import { type MappedText, spansOf } from '../mapped-text.ts'
import { isDistributionLine } from './distribution.ts'
import type { Line } from './line.ts'
import { isSeriesName, type MastheadLine, publisherName, readMastheadLine } from './masthead-line.ts'
import { columnName, isBulleted, isByline, isClosed, isContributor, isNumbered } from './words.ts'

export type Masthead = {
  readonly series: string | null
  readonly issueNo: number | null
  readonly special: boolean
  readonly runningNo: number | null
  readonly publisher: string | null
  readonly date: string | null
  readonly marks: MastheadMark[]
  /** Lines of the masthead that name nothing we know. */
  readonly unread: Line[]
  /** How many of the given lines it takes. */
  readonly size: number
}

type Kind = 'fields' | 'series' | 'publisher' | 'unknown'
type Entry = { readonly line: Line; readonly read: MastheadLine; readonly kind: Kind }

const regionLines = 14
const strongSeries = /(?:简报|快报|专报|简讯|动态|信息|通讯|要情)$/

/** The masthead at the head of `lines` (page noise already taken out); size 0 when there is none. */
export function readMasthead(lines: readonly Line[], raw: string): Masthead {
  const entries: Entry[] = []
  for (const line of lines.slice(0, regionLines)) {
    const entry = readEntry(line)
    if (!entry) break
    entries.push(entry)
  }
  const used = entries.slice(0, mastheadSize(entries))
  return readFields(used, raw)
}

function readEntry(line: Line): Entry | null {
  const { text } = line
  if (text.length > 80 || isBulleted(text) || isNumbered(text) || isByline(text)) return null
  if (text.length < 12 && isDistributionLine(text)) return null
  const read = readMastheadLine(text)
  if (read.pieces.length === 0) {
    const column = columnName(text)
    if (column && column.mark !== 'bare' && !(column.mark === 'known' && strongSeries.test(text))) return null
    if (isContributor(text) || isDistributionLine(text)) return null
  }
  const isProse = isClosed(text) || /[，；]/.test(text) || /[:：]$/.test(text)
  if (isProse && read.rest.length > 0) return null
  return { line, read, kind: kindOf(read) }
}

function kindOf(read: MastheadLine): Kind {
  const isSeries = isSeriesName(read.rest)
  const isPublisher = publisherName(read.rest) !== null
  if (read.pieces.length === 0) return isSeries ? 'series' : isPublisher ? 'publisher' : 'unknown'
  if (read.rest === '' || isSeries || isPublisher) return 'fields'
  // 第三期培训班开班 is a headline; an office nobody knows with the day behind it still is an office.
  const last = read.pieces.at(-1)!
  const datedOffice = read.date !== null && last.from >= read.restTo && read.rest.length <= 30
  return datedOffice || read.pieces.some(piece => piece.field === 'secrecy') ? 'fields' : 'unknown'
}

function mastheadSize(entries: readonly Entry[]): number {
  let size = 0
  let number = false
  let day = false
  let office = false
  for (const [i, entry] of entries.entries()) {
    const complete = number && day && office
    if (entry.kind === 'fields') {
      if (complete && entry.read.rest !== '') break
      if (i - size > 3) break
      size = i + 1
      number ||= entry.read.issueNo !== null
      day ||= entry.read.date !== null
      office ||= entry.read.rest !== '' && publisherName(entry.read.rest) !== null
    } else if (complete) break
    else if (entry.kind === 'publisher' && size === i && size > 0) {
      size = i + 1
      office = true
    } else if (entry.kind === 'series' && i <= 2 && strongSeries.test(entry.read.rest)) {
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

const squeeze = (text: string) => text.replace(/\s/g, '')

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
  for (const { line, read } of series)
    add('series', line.content, read.restFrom, read.restTo, isSeriesName(read.rest) ? 0.97 : 0.7)
  const named = publisher && (publisherName(publisher.read.rest) ?? whole(publisher.read.rest))
  if (publisher && named) {
    const from = publisher.read.restFrom + named.from
    add('publisher', publisher.line.content, from, publisher.read.restFrom + named.to, 0.95)
  }
  return {
    series: series.length > 0 ? series.map(entry => squeeze(entry.read.rest)).join('') : null,
    issueNo: first(entries, read => read.issueNo),
    special: entries.some(entry => entry.read.special),
    runningNo: first(entries, read => read.runningNo),
    publisher: named ? squeeze(named.name) : null,
    date: first(entries, read => read.date),
    marks,
    unread: entries
      .filter(e => e.read.rest !== '' && e !== publisher && !series.includes(e))
      .map(e => e.line),
    size: entries.length,
  }
}

const whole = (text: string) => ({ name: text, from: 0, to: text.length })

function first<T>(entries: readonly Entry[], of: (read: MastheadLine) => T | null): T | null {
  for (const { read } of entries) {
    const value = of(read)
    if (value !== null) return value
  }
  return null
}

// The name of the series may run over lines (某某县总工会 / 工作简报); what stands above the number is the series.
function seriesEntries(entries: readonly Entry[]): Entry[] {
  const noun = entries.findIndex(entry => isSeriesName(entry.read.rest))
  const number = entries.findIndex(entry => entry.read.issueNo !== null || entry.read.special)
  const last = noun >= 0 ? noun : number > 0 ? number - 1 : -1
  if (last < 0) return []
  const above = entries.slice(0, last + 1).filter(entry => entry.read.rest !== '')
  if (noun >= 0) {
    const isBare = squeeze(entries[noun]!.read.rest).length <= 4
    const officeBelow = entries.slice(noun + 1).some(entry => publisherName(entry.read.rest) !== null)
    const takesAbove = isBare || officeBelow
    return above.filter(
      entry =>
        entry === entries[noun] ||
        (entry.read.pieces.length === 0 && (takesAbove || entry.kind === 'unknown')),
    )
  }
  const officeBelow = entries.slice(number).some(entry => publisherName(entry.read.rest) !== null)
  return above.filter(entry => entry.read.pieces.length === 0 && (officeBelow || entry.kind === 'unknown'))
}

function publisherEntry(entries: readonly Entry[], series: readonly Entry[]): Entry | null {
  const free = entries.filter(entry => entry.read.rest !== '' && !series.includes(entry))
  const known = free.filter(entry => publisherName(entry.read.rest) !== null)
  const dated = free.find(entry => entry.read.date !== null && !isSeriesName(entry.read.rest))
  return (
    known.find(entry => entry.read.date !== null) ??
    known.find(entry => publisherName(entry.read.rest)!.sure) ??
    known.at(-1) ??
    dated ??
    null
  )
}

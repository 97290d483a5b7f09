import type { DistributionList, MastheadMark } from '../contract.ts'
import { joinMapped, type MappedText, sliceMapped, spansOf } from '../mapped-text.ts'
import type { Line } from './line.ts'
import { isSecrecyNotice } from './masthead-line.ts'
import { countedValue, findDay } from './numeral.ts'
import type { NoiseReason } from './page-noise.ts'
import { columnName, isBulleted, isClosed, isStaffLine } from './words.ts'

const label =
  /^[（(]?\s?(发送范围|报送范围|抄送单位|主送单位|分送单位|发\s?送|主\s?报|抄\s?报|呈\s?报|上\s?报|报\s?送|呈\s?送|报|主\s?送|抄\s?送|分\s?送|送|印\s?发|下\s?发|分\s?发|加\s?发|抄\s?发|主\s?发|发)\s?[:：]\s?/
const printRun =
  /[（(]?\s?(?:共\s?印|印\s?数|印\s?制|印|印发)\s?[:：]?\s?([\d〇一二三四五六七八九十百千]{1,6})\s?份\s?[）)]?/
/** 印发日期：…, and a run alone on its line: these say it wherever they stand. */
const imprintLine = /^(?:印发|印制|印刷|编印)(?:日期|时间)\s?[:：]|^[（(]?共印\s?\d{1,6}\s?份[）)]?$/

export type Distribution = {
  readonly lists: DistributionList[]
  readonly marks: MastheadMark[]
  readonly printRun: number | null
  /** ISO day and office of the imprint, for a bulletin whose masthead has none. */
  readonly date: string | null
  readonly publisher: { name: string; content: MappedText } | null
  /** Lines that belong to it. */
  readonly taken: ReadonlySet<Line>
}

/** 报 for superiors, 送 for peers, 发 for subordinates, whatever the printed label (抄报, 主送, 印发). */
export function distributionKind(printed: string): '报' | '送' | '发' {
  if (printed.includes('报')) return '报'
  return printed.includes('送') ? '送' : '发'
}

export function isDistributionLine(text: string): boolean {
  return label.test(text.slice(0, 12))
}

/**
 * The distribution lists of one bulletin: label lines with the lines they run over, printed run and imprint below.
 * Entries are split at full-width commas, at semicolons or half-width commas only when the list has none (RULES.md 2).
 */
export function readDistribution(
  lines: readonly Line[],
  noise: readonly (NoiseReason | null)[],
  raw: string,
): Distribution {
  const lists: DistributionList[] = []
  const marks: MastheadMark[] = []
  const taken = new Set<Line>()
  let copies: number | null = null
  let date: string | null = null
  let publisher: Distribution['publisher'] = null
  let parts: MappedText[] = []
  let open = false
  let seen = false
  const close = () => {
    if (parts.length > 0) lists.push(readList(joinMapped(parts), raw))
    parts = []
    open = false
  }
  for (const [i, line] of lines.entries()) {
    if (noise[i]) continue
    const { text } = line
    if (text.length < 1000 && isDistributionLine(text)) {
      close()
      seen = true
      for (const piece of splitLabels(line.content)) {
        close()
        parts = [piece]
      }
      open = !/[。.]$/.test(text)
      taken.add(line)
      continue
    }
    if (seen && text.length <= 40 && isSecrecyNotice(text)) {
      close()
      taken.add(line)
      marks.push(mark('secrecy', line.content, 0, text.length, raw))
      continue
    }
    const isImprint = text.length <= 60 && imprintLine.test(text)
    if ((!seen && !isImprint) || text.length > 300) {
      close()
      seen = false
      continue
    }
    const run = text.length <= 60 ? printRun.exec(text) : null
    const day = text.length <= 60 ? findDay(text) : null
    if (isImprint || run || (day && !open) || (day && /印发$/.test(text))) {
      close()
      taken.add(line)
      if (run) {
        copies = countedValue(run[1]!)
        marks.push(mark('printRun', line.content, run.index, run.index + run[0].length, raw))
      }
      if (day) {
        date = day.iso
        marks.push(mark('date', line.content, day.from, day.to, raw))
      }
      const office = /^(?!印)[^\d（(。，：:]{4,40}?(?=\s*(?:[12二]|印发|[（(]|共印|$))/.exec(text)
      if (office && !/共\s?印/.test(office[0])) {
        publisher = { name: office[0].trim(), content: sliceMapped(line.content, 0, office[0].length) }
        marks.push(mark('publisher', line.content, 0, office[0].length, raw))
      }
      continue
    }
    if (open && !columnName(text) && !isBulleted(text) && !isStaffLine(text)) {
      parts.push(line.content)
      taken.add(line)
      open = !isClosed(text)
    } else {
      close()
      // Who edited may stand between the list and the imprint.
      seen = isStaffLine(text)
    }
  }
  close()
  return { lists, marks, printRun: copies, date, publisher, taken }
}

// 报：… 送：… on one line: a label counts after a full stop, a semicolon or a blank.
function splitLabels(content: MappedText): MappedText[] {
  // 报　送：is one label, not two.
  const first = label.exec(content.text)?.[0].length ?? 0
  const cuts = [0]
  for (const found of content.text.matchAll(
    /[。；;\s]\s?(?=(?:主报|抄报|报送|报|发送|主送|抄送|分送|送|印发|发)\s?[:：])/g,
  ))
    if (found.index >= first) cuts.push(found.index + found[0].length)
  return cuts.map((from, i) => sliceMapped(content, from, cuts[i + 1] ?? content.text.length))
}

function readList(content: MappedText, raw: string): DistributionList {
  const printed = label.exec(content.text)!
  const from = printed[0].length
  const to = content.text.length - (/[。.；;\s]+$/.exec(content.text)?.[0].length ?? 0)
  const list = content.text.slice(from, to)
  const comma = ['，', '；', ','].find(each => list.includes(each)) ?? '，'
  const entries: string[] = []
  const entrySpans: DistributionList['entrySpans'] = []
  let start = from
  for (let i = from; i <= to; i++) {
    if (i < to && content.text[i] !== comma) continue
    const entry = content.text.slice(start, i)
    if (entry.trim() !== '') {
      entries.push(entry.trim())
      const lead = entry.length - entry.trimStart().length
      entrySpans.push(spansOf(content, start + lead, start + entry.trimEnd().length, raw))
    }
    start = i + 1
  }
  return {
    to: printed[1]!.replace(/\s/g, ''),
    entries,
    entrySpans,
    spans: spansOf(content, 0, content.text.length, raw),
  }
}

function mark(
  field: MastheadMark['field'],
  content: MappedText,
  from: number,
  to: number,
  raw: string,
): MastheadMark {
  return { field, spans: spansOf(content, from, to, raw), confidence: 0.9 }
}

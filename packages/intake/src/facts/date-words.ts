import { type DateBase, type FullDay, isoDay, lastDay, parseIso, plusDays, weekday } from './calendar.ts'
import type { FoundDate } from './date-found.ts'
import { partOf } from './date-term-reader.ts'

const words =
  /(?:近|最近)(?:段|一段|一个)时(?:间|期)(?:以来|来)?|近日(?:来)?|日前|近期|最近(?!的)|连日来|近来|日来|前不久|今年以来|今年来|(?:自今?年初以来|今?年初以来)|(?<=^|[。！？])(?<year>20\d\d)年(?=，)|本月|上月|上个月|上周(?<wd>[一二三四五六日天])?|本周(?<wd2>[一二三四五六日天])?|(?:当日|当天|同日|同一天|次日|翌日|第二天|当晚)(?:上午|下午|中午|晚上|晚间)?|(?<=^|[。！？])(?:昨日|昨天|今日|今天)(?:上午|下午|晚上)?|(?:昨日|昨天|今日|今天)(?:上午|下午)|(?:为期|历时|持续|长达)近?(?:约)?(?<n>\d+|[一二两三四五六七八九十半]+)(?<u>个多?月|天|周|个?星期|年)(?:半|多)?/gu

/** Dates said in words: 近日, 当日, 今年以来, 上周五, 为期三天. */
export function* wordDates(text: string, quoted: Uint8Array, base: DateBase): Generator<FoundDate> {
  const issue = parseIso(base.issueDate)
  for (const match of text.matchAll(words)) {
    if (quoted[match.index]) continue
    const print = match[0]
    const frame = {
      start0: match.index,
      end0: match.index + print.length,
      role: 'when' as const,
      part: partOf(print),
      fuzzy: [],
      day: null,
    }
    const count = match.groups?.['n']
    if (count) {
      yield {
        ...frame,
        role: 'duration',
        kind: 'duration',
        start: null,
        end: null,
        part: null,
        confidence: 0.9,
      }
    } else if (/^(?:当|同|次|翌|第二)/.test(print)) {
      yield { ...frame, kind: 'anaphor', start: null, end: null, confidence: 0.8 }
    } else if (match.groups?.['year']) {
      const year = Number(match.groups['year'])
      const start = isoDay({ year, month: 1, day: 1 })
      const end = isoDay({ year, month: 12, day: 31 })
      yield { ...frame, kind: 'range', start, end, part: null, confidence: 0.8 }
    } else if (/^(?:今年|自|年初)/.test(print)) {
      const year = issue?.year ?? base.documentYear
      const start = year ? isoDay({ year, month: 1, day: 1 }) : null
      yield { ...frame, kind: 'since', start, end: null, part: null, confidence: 0.8 }
    } else if (/^[昨今本上]/.test(print)) {
      const weekdayMark = match.groups?.['wd'] ?? match.groups?.['wd2'] ?? null
      const span = issue ? relative(print, weekdayMark, issue) : null
      if (!span) continue
      const [lo, hi] = span
      const kind = isoDay(lo) === isoDay(hi) ? 'day' : 'range'
      yield { ...frame, kind, start: isoDay(lo), end: isoDay(hi), confidence: 0.65, day: lo }
    } else yield { ...frame, kind: 'vague', start: null, end: null, part: null, confidence: 0.9 }
  }
}

/** 昨天, 本月, 上周五 counted from the day of the issue. */
function relative(print: string, weekdayMark: string | null, issue: FullDay): [FullDay, FullDay] | null {
  if (print.startsWith('昨')) return [plusDays(issue, -1), plusDays(issue, -1)]
  if (print.startsWith('今')) return [issue, issue]
  if (print.includes('月')) {
    const day = print.startsWith('本') ? issue : plusDays({ ...issue, day: 1 }, -1)
    return [
      { ...day, day: 1 },
      { ...day, day: lastDay(day.year, day.month) },
    ]
  }
  const monday = plusDays(issue, 1 - weekday(issue) - (print.startsWith('上') ? 7 : 0))
  if (weekdayMark === null) return [monday, plusDays(monday, 6)]
  const day = plusDays(monday, '一二三四五六日天'.indexOf(weekdayMark) % 7)
  return weekdayMark === '天' ? [plusDays(monday, 6), plusDays(monday, 6)] : [day, day]
}

/** 当日 and 次日 take their day from the one spoken of before. */
export function anaphor(print: string, found: FoundDate, previous: FullDay | null): FoundDate {
  if (!previous) return { ...found, confidence: 0.5 }
  const day = /^(?:次|翌|第二)/.test(print) ? plusDays(previous, 1) : previous
  return { ...found, start: isoDay(day), end: isoDay(day), day }
}

import type { DateMention } from '../contract.ts'
import {
  type DateBase,
  daysBetween,
  type FullDay,
  isoDay,
  lastDay,
  parseIso,
  plusDays,
  weekday,
  yearFor,
} from './calendar.ts'
import { partOf, readTerm } from './date-term-reader.ts'
import { type DateTerm, type TermDay, termStart } from './date-terms.ts'
import { numberOf } from './numerals.ts'
import { type PlainText, plainText, quotedMask } from './plain-text.ts'

/** A date found in a text: offsets `[from, to)` into it, ISO days inclusive, confidence 0 to 1. */
export type DateReading = Omit<DateMention, 'spans' | 'inherited'> & {
  readonly from: number
  readonly to: number
}
/** `previous`: the last day spoken of before this text, for 当日 and for 21日 without its month. */
export type DateSetting = DateBase & { readonly previous?: FullDay | null }

const separator = /(?:(?<gap>[\u4e00-\u9fff]{0,6}?)(?:至|到)|[-—–~～―─－]+)/uy
const list = /[、和及](?=(?:\d{1,2}|[二三]?十[一二三四五六七八九]?)[日号、])/uy
const bareTail =
  /(?:(?<d>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|(?<xun>上旬|中旬|下旬|月?底|月?末)|(?<now>今(?!年)|目前|现在|发稿))/uy
const sinceTail = /(?:[^，。；、！？\d]{0,12}?)(?:以来|之日起|起(?![草义来到重])|开始(?!前))/uy
const plainSince = /以来|起(?=[，。；至开陆])|至今/uy
const words =
  /(?:近|最近)(?:段|一段|一个)时(?:间|期)(?:以来|来)?|近日(?:来)?|日前|近期|最近(?!的)|连日来|近来|日来|前不久|今年以来|今年来|本月|上月|上个月|上周(?<wd>[一二三四五六日天])?|本周(?<wd2>[一二三四五六日天])?|(?:当日|当天|同日|同一天|次日|翌日|第二天|当晚)(?:上午|下午|中午|晚上|晚间)?|(?<=^|[。！？])(?:昨日|昨天|今日|今天)(?:上午|下午|晚上)?|(?:昨日|昨天|今日|今天)(?:上午|下午)|(?:为期|历时|持续|长达)近?(?:约)?(?<n>\d+|[一二两三四五六七八九十半]+)(?<u>个多?月|天|周|个?星期|年)(?:半|多)?/gu
const lunar = /(?:农历|阴历|旧历|腊月|正月)[^，。；]{0,12}$/u

type Found = Omit<DateReading, 'from' | 'to' | 'surface'> & {
  start0: number
  end0: number
  day: FullDay | null
}

/**
 * All dates of a text after gold/RULES.md 6: days, ranges, open beginnings (自…以来), vague words (近日), anaphors
 * (当日) and durations (为期三天). Blanks and full-width digits do not matter. A missing year comes from the issue, or
 * the year before when the day would lie more than 31 days after it. Lunar days, names (七一, 建党100周年) and quoted
 * titles are left alone; days no calendar has are not read. Never throws.
 */
export function readDates(text: string, base: DateSetting): DateReading[] {
  const plain = plainText(text)
  return readPlainDates(plain, base).map(found => {
    const from = plain.at[found.from]!
    const to = plain.at[found.to - 1]! + 1
    return { ...found, from, to, surface: text.slice(from, to) }
  })
}

/** As `readDates`, on text that is plain already; offsets are plain offsets. */
export function readPlainDates(plain: PlainText, base: DateSetting): DateReading[] {
  const { text } = plain
  const quoted = quotedMask(text)
  const found = [...calendarDates(text, quoted, base), ...wordDates(text, quoted, base)]
  found.sort((a, b) => a.start0 - b.start0 || b.end0 - a.end0)
  const kept: Found[] = []
  for (const one of found) if (one.start0 >= (kept.at(-1)?.end0 ?? 0)) kept.push(one)
  const issue = parseIso(base.issueDate)
  let previous = base.previous ?? null
  const result: DateReading[] = []
  for (const one of kept) {
    const solved = one.kind === 'anaphor' ? anaphor(text.slice(one.start0, one.end0), one, previous) : one
    previous = solved.day ?? previous
    const { start0, end0, day: _day, ...rest } = solved
    if (rest.kind === 'vague' && issue) rest.end = isoDay(issue)
    result.push({ ...rest, from: start0, to: end0, surface: text.slice(start0, end0) })
  }
  return result
}

function* calendarDates(text: string, quoted: Uint8Array, base: DateSetting): Generator<Found> {
  let previous = base.previous ?? null
  let from = 0
  for (;;) {
    termStart.lastIndex = from
    const next = termStart.exec(text)
    if (!next) return
    const term = readTerm(text, next.index)
    from = next.index + 1
    if (!term) continue
    if (quoted[term.start] || lunar.test(text.slice(Math.max(0, term.start - 16), term.start))) {
      from = term.end
      continue
    }
    const read = fromTerm(text, term, base, previous)
    if (!read) continue
    for (const one of read) {
      yield one
      previous = one.day ?? previous
      from = Math.max(from, one.end0)
    }
  }
}

function fromTerm(text: string, term: DateTerm, base: DateSetting, previous: FullDay | null): Found[] | null {
  const lo = resolve(term.lo, term, base, previous)
  const hi = resolve(term.hi, term, base, previous)
  if (!lo || !hi)
    return term.lo.year === null && base.issueDate === null && base.documentYear === null
      ? [undated(text, term)]
      : null
  const prefixed = /[自从]$/.test(text.slice(0, term.start).slice(-1))
  const range = rangeFrom(text, term, lo, base)
  if (range) return range
  const since = sinceFrom(text, term, lo, prefixed)
  if (since) return [since]
  // a month or year alone is a date only when something is said to happen in it
  if (
    term.shape === 'month' &&
    !/[份日]/.test(text.slice(term.start, term.end)) &&
    /^(?:刊|号|度|嫂|薪|饼|球|光|亮)/.test(text.slice(term.end))
  )
    return null
  return [one(term, lo, hi)]
}

function one(term: DateTerm, lo: FullDay, hi: FullDay): Found {
  const day = isoDay(lo) === isoDay(hi)
  return {
    start0: term.start,
    end0: term.end,
    role: 'when',
    kind: day ? 'day' : 'range',
    start: isoDay(lo),
    end: isoDay(hi),
    part: term.part,
    fuzzy: fuzzyEnds(term.fuzzyLo, term.fuzzyHi),
    confidence: confidence(term),
    day: lo,
  }
}

const fuzzyEnds = (lo: boolean, hi: boolean): ('start' | 'end')[] => [
  ...(lo ? (['start'] as const) : []),
  ...(hi ? (['end'] as const) : []),
]

function confidence(term: DateTerm): number {
  if (term.shape === 'bare-day') return 0.75
  if (term.shape === 'month') return 0.7
  const year = term.lo.year ? 0.98 : 0.94
  return term.fuzzyLo || term.fuzzyHi ? year - 0.06 : year
}

function undated(text: string, term: DateTerm): Found {
  const kind = text.slice(term.start, term.end).includes('日') ? 'day' : 'range'
  return {
    start0: term.start,
    end0: term.end,
    role: 'when',
    kind,
    start: null,
    end: null,
    part: term.part,
    fuzzy: [],
    confidence: 0.3,
    day: null,
  }
}

function resolve(day: TermDay, term: DateTerm, base: DateSetting, previous: FullDay | null): FullDay | null {
  const issue = parseIso(base.issueDate)
  let month = day.month
  let year: number | null = null
  if (month === null) {
    const near = previous ?? (issue && day.day > issue.day ? plusDays({ ...issue, day: 1 }, -1) : issue)
    if (!near) return null
    month = near.month
    year = near.year
  } else if (day.year && 'value' in day.year) year = day.year.value
  else if (day.year) year = (issue?.year ?? base.documentYear ?? Number.NaN) + day.year.relative
  else year = yearFor(month, Math.max(day.day, 1), base)
  if (year === null || Number.isNaN(year)) return null
  const last = lastDay(year, month)
  const number = day.day > 0 ? day.day : last + day.day
  return number > last || number < 1 || term.end <= term.start ? null : { year, month, day: number }
}

function rangeFrom(text: string, term: DateTerm, lo: FullDay, base: DateSetting): Found[] | null {
  list.lastIndex = term.end
  if (term.shape === 'day' && list.test(text)) return enumeration(text, term, lo)
  separator.lastIndex = term.end
  const match = separator.exec(text)
  if (!match) return null
  const gap = match.groups?.['gap'] ?? ''
  const at = term.end + match[0].length
  const second = readTerm(text, at)
  const frame = {
    start0: term.start,
    role: 'when' as const,
    kind: 'range' as const,
    part: null,
    start: isoDay(lo),
    day: lo,
  }
  if (
    second &&
    second.shape !== 'bare-day' &&
    (gap === '' || second.shape === 'day' || second.shape === 'days')
  ) {
    const hi = endOf(second, lo, base)
    if (!hi) return null
    const part = second.part && term.part === second.part ? second.part : null
    return [
      {
        ...frame,
        part,
        end0: second.end,
        end: isoDay(hi),
        fuzzy: fuzzyEnds(term.fuzzyLo, second.fuzzyHi),
        confidence: gap ? 0.85 : 0.95,
      },
    ]
  }
  bareTail.lastIndex = at
  const bare = bareTail.exec(text)
  if (!bare || (gap !== '' && !bare.groups?.['d'])) return null
  const end0 = at + bare[0].length
  if (bare.groups?.['now']) return [{ ...frame, kind: 'since', end0, end: null, fuzzy: [], confidence: 0.9 }]
  const tail = readTerm(text, at)
  const bareDay = bare.groups?.['d'] ? numberOf(bare.groups['d']) : null
  const last = lastDay(lo.year, lo.month)
  const day = bareDay ?? lastOf(bare.groups?.['xun'] ?? '', last)
  if (day < 1 || day > 31) return null
  const hi = day > lo.day ? (day <= last ? { ...lo, day } : null) : nextMonth(lo, day)
  if (!hi) return null
  const end = tail?.shape === 'bare-day' ? tail.end : end0
  return [
    {
      ...frame,
      end0: end,
      end: isoDay(hi),
      fuzzy: fuzzyEnds(term.fuzzyLo, bareDay === null),
      confidence: 0.95,
    },
  ]
}

const lastOf = (xun: string, last: number) => (xun === '上旬' ? 10 : xun === '中旬' ? 20 : last)

function nextMonth(lo: FullDay, day: number): FullDay | null {
  const month = (lo.month % 12) + 1
  const year = month === 1 ? lo.year + 1 : lo.year
  return day <= Math.min(lo.day, lastDay(year, month)) && day < lo.day ? { year, month, day } : null
}

function endOf(second: DateTerm, lo: FullDay, base: DateSetting): FullDay | null {
  if (second.hi.year) return resolve(second.hi, second, base, lo)
  const month = second.hi.month
  if (month === null) return null
  const before = month < lo.month || (month === lo.month && second.hi.day > 0 && second.hi.day < lo.day)
  return resolve({ ...second.hi, year: { value: before ? lo.year + 1 : lo.year } }, second, base, lo)
}

/** 4月16、17日 is a range when the days follow each other; otherwise each is a day by itself. */
function enumeration(text: string, term: DateTerm, lo: FullDay): Found[] | null {
  const item = /[、和及](?<d>\d{1,2}|[二三]?十[一二三四五六七八九]?)[日号]?(?:上午|下午)?/uy
  const found: { at: number; end: number; day: FullDay }[] = [{ at: term.start, end: term.end, day: lo }]
  for (;;) {
    item.lastIndex = found.at(-1)!.end
    const match = item.exec(text)
    const print = match?.groups?.['d']
    if (!match || !print) break
    const bare = readTerm(`${print}日`, 0)
    const day = bare?.lo.day ?? 0
    if (day < 1 || day > lastDay(lo.year, lo.month)) break
    found.push({ at: match.index + 1, end: match.index + match[0].length, day: { ...lo, day } })
  }
  if (found.length < 2) return null
  const follow = found.every((entry, i) => i === 0 || daysBetween(found[i - 1]!.day, entry.day) === 1)
  if (follow) {
    const last = found.at(-1)!
    return [{ ...one(term, lo, last.day), end0: last.end, kind: 'range', part: null, confidence: 0.88 }]
  }
  return found.map(entry => ({
    ...one(term, entry.day, entry.day),
    start0: entry.at,
    end0: entry.end,
    part: partOf(text.slice(entry.at, entry.end)),
    confidence: 0.88,
  }))
}

function sinceFrom(text: string, term: DateTerm, lo: FullDay, prefixed: boolean): Found | null {
  const pattern = prefixed ? sinceTail : plainSince
  pattern.lastIndex = term.end
  const match = pattern.exec(text)
  if (!match && !(prefixed && text[term.start - 1] === '自')) return null
  const start0 =
    prefixed && text[term.start - 1] === '自'
      ? term.start - 1
      : prefixed && match
        ? term.start - 1
        : term.start
  return {
    ...one(term, lo, lo),
    start0,
    end0: match ? term.end + match[0].length : term.end,
    kind: 'since',
    end: null,
    confidence: match ? 0.9 : 0.65,
  }
}

function* wordDates(text: string, quoted: Uint8Array, base: DateSetting): Generator<Found> {
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
    } else if (/^今年/.test(print)) {
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

function anaphor(print: string, found: Found, previous: FullDay | null): Found {
  if (!previous) return { ...found, confidence: 0.5 }
  const day = /^(?:次|翌|第二)/.test(print) ? plusDays(previous, 1) : previous
  return { ...found, start: isoDay(day), end: isoDay(day), day }
}

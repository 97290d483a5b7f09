import type { DateMention } from '../contract.ts'
import { type DateBase, type FullDay, isoDay, parseIso } from './calendar.ts'
import { type FoundDate, one, resolve, undated } from './date-found.ts'
import { rangeFrom, sinceFrom } from './date-ranges.ts'
import { readTerm } from './date-term-reader.ts'
import { type DateTerm, termStart } from './date-terms.ts'
import { anaphor, wordDates } from './date-words.ts'
import { type PlainText, plainText, quotedMask } from './plain-text.ts'

/** A date found in a text: offsets `[from, to)` into it, ISO days inclusive, confidence 0 to 1. */
export type DateReading = Omit<DateMention, 'spans' | 'inherited'> & {
  readonly from: number
  readonly to: number
}
/** `previous`: the last day spoken of before this text, for 当日 and for 21日 without its month. */
export type DateSetting = DateBase & { readonly previous?: FullDay | null }

const lunar = /(?:农历|阴历|旧历|腊月|正月)[^，。；]{0,12}$/u

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
  const kept: FoundDate[] = []
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

function* calendarDates(text: string, quoted: Uint8Array, base: DateSetting): Generator<FoundDate> {
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

function fromTerm(
  text: string,
  term: DateTerm,
  base: DateSetting,
  previous: FullDay | null,
): FoundDate[] | null {
  const lo = resolve(term.lo, term, base, previous)
  const last = resolve(term.hi, term, base, previous)
  // the end of a quarter may lie after the issue: it shares the year of its beginning
  const hi = lo && last && last.year < lo.year ? { ...last, year: lo.year } : last
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

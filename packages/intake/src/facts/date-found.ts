import type { DateMention } from '../contract.ts'
import { type DateBase, type FullDay, isoDay, lastDay, parseIso, plusDays, yearFor } from './calendar.ts'
import type { DateTerm, TermDay } from './date-terms.ts'

/** A date on its way to a reading: plain offsets `[start0, end0)`; `day` is what 当日 and 21日 after it lean on. */
export type FoundDate = Omit<DateMention, 'spans' | 'inherited' | 'surface'> & {
  start0: number
  end0: number
  day: FullDay | null
}

/** A term that stands alone. */
export function one(term: DateTerm, lo: FullDay, hi: FullDay): FoundDate {
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

export const fuzzyEnds = (lo: boolean, hi: boolean): ('start' | 'end')[] => [
  ...(lo ? (['start'] as const) : []),
  ...(hi ? (['end'] as const) : []),
]

function confidence(term: DateTerm): number {
  if (term.shape === 'bare-day') return 0.75
  if (term.shape === 'month') return 0.7
  const year = term.lo.year ? 0.98 : 0.94
  return term.fuzzyLo || term.fuzzyHi ? year - 0.06 : year
}

/** A term whose year nothing tells: the days stay open. */
export function undated(text: string, term: DateTerm): FoundDate {
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

/** The day a term means, with its year and month filled in; null where the calendar has no such day. */
export function resolve(
  day: TermDay,
  term: DateTerm,
  base: DateBase,
  previous: FullDay | null,
): FullDay | null {
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

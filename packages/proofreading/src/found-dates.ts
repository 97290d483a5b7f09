import { type Day, dayOf, partsOf } from './days.ts'

/** A day written in a text: 8月20日, 2021年8月20日. */
export type FoundDate = {
  readonly start: number
  readonly end: number
  readonly year: number | null
  readonly month: number
  readonly date: number
  /** Null when the calendar has no such day. */
  readonly day: Day | null
}

const written = /(?:(?<!\d)(\d{4}) ?年 ?)?(?<!\d)(\d{1,2}) ?月 ?(\d{1,2}) ?日/g
/** A day without its year that lies further ahead than this belongs to the year before. */
const aheadDays = 120

/** Days of a text; those without a year are taken near `issued`, or have no day when that is unknown. */
export function datesIn(text: string, issued: Day | null): FoundDate[] {
  let year: number | null = null
  return [...text.matchAll(written)].map(match => {
    if (match[1]) year = Number(match[1])
    const [month, date] = [Number(match[2]), Number(match[3])]
    const given = match[1] ? Number(match[1]) : null
    return {
      start: match.index,
      end: match.index + match[0].length,
      year: given,
      month,
      date,
      day: given ? dayOf(given, month, date) : nearest(month, date, issued, year),
    }
  })
}

function nearest(month: number, date: number, issued: Day | null, told: number | null): Day | null {
  // A year told earlier in the same text holds on, except that it may be a story of long ago with today's days in it.
  if (issued === null) return null
  const { year } = partsOf(issued)
  if (told !== null && told !== year) return null
  const day = dayOf(year, month, date)
  return day !== null && day - issued > aheadDays ? dayOf(year - 1, month, date) : day
}

/** Whether any year has such a day. */
export function canBe(found: FoundDate): boolean {
  return dayOf(found.year ?? 2000, found.month, found.date) !== null
}

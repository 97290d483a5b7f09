/** A calendar day; `year` is null where the text does not print one. */
export type Day = { readonly year: number | null; readonly month: number; readonly day: number }
/** A calendar day whose year is known. */
export type FullDay = Day & { readonly year: number }
/** What a missing year is taken from (gold/RULES.md 6.3). */
export type DateBase = { readonly issueDate: string | null; readonly documentYear: number | null }

const dayMs = 86_400_000
const two = (value: number) => String(value).padStart(2, '0')

/** Last day of a month, 28 to 31. */
export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whether such a day is in the calendar. */
function exists(day: FullDay): boolean {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= lastDay(day.year, day.month)
}

/** ISO text, `2021-08-13`. */
export function isoDay(day: FullDay): string {
  return `${String(day.year).padStart(4, '0')}-${two(day.month)}-${two(day.day)}`
}

/** A day from ISO text; null when it is not one. */
export function parseIso(text: string | null): FullDay | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? '')
  if (!match) return null
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return exists(day) ? day : null
}

const time = (day: FullDay) => Date.UTC(day.year, day.month - 1, day.day)

/** Days from `a` to `b`, negative when `b` is earlier. */
export function daysBetween(a: FullDay, b: FullDay): number {
  return Math.round((time(b) - time(a)) / dayMs)
}

/** The day so many days later. */
export function plusDays(day: FullDay, count: number): FullDay {
  const moved = new Date(time(day) + count * dayMs)
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: FullDay): number {
  return new Date(time(day)).getUTCDay() || 7
}

/**
 * The year of a day printed without one: the issue's, or the year before if the day would lie more than
 * 31 days after the issue; without an issue date the document's year; null when neither is known.
 */
export function yearFor(month: number, day: number, base: DateBase): number | null {
  const issue = parseIso(base.issueDate)
  if (!issue) return base.documentYear
  const clipped = { year: issue.year, month, day: Math.min(day, lastDay(issue.year, month)) }
  const year = daysBetween(issue, clipped) > 31 ? issue.year - 1 : issue.year
  // 29 February belongs to the leap year next to it
  return month === 2 && day === 29 && lastDay(year, 2) < 29 && lastDay(year - 1, 2) === 29 ? year - 1 : year
}

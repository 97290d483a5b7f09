/** Working days (工作日) of the State Council's yearly holiday notices, as `chinese-days` carries them. */
import chineseDays from 'chinese-days'
import { nextDay } from './local-time.ts'

/**
 * Whether the holidays of the year of an ISO day are known: the notice comes out in the November before. For years it
 * does not know, Monday to Friday are taken for working days.
 */
export function holidaysKnown(day: string): boolean {
  const year = day.slice(0, 4)
  // Weekends are holidays in any year; that of the first of January on a weekday only where the notice says it.
  const known =
    knownYears.get(year) ??
    chineseDays.getHolidaysInRange(noon(`${year}-01-01`), noon(`${year}-12-31`), false).length > 0
  knownYears.set(year, known)
  return known
}
const knownYears = new Map<string, boolean>()

/** Whether people work on an ISO day: shifted working weekends count, legal holidays do not. */
export function isWorkingDay(day: string): boolean {
  if (holidaysKnown(day)) return chineseDays.isWorkday(noon(day))
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** The `count`th working day after an ISO day, before it when negative; 0 is the day itself, whatever it is. */
export function addWorkingDays(day: string, count: number): string {
  const step = Math.sign(count)
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    at = nextDay(at, step)
    if (isWorkingDay(at)) left--
  }
  return at
}

/** How many working days lie behind `from` up to `to`, `to` itself counted; negative when `to` comes first. */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from)
  let count = 0
  for (let at = from; at < to; ) {
    at = nextDay(at)
    if (isWorkingDay(at)) count++
  }
  return count
}

/** The package reads a bare day as midnight in Greenwich, and looks at it from where the machine stands. */
function noon(day: string): string {
  return `${day}T12:00`
}

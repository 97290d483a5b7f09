/** Months and years on the time axis, and the days they stand for. */

/** `2021-05` or `2021`. */
export type Period = string
export type Days = { readonly from: string; readonly to: string }
export type DaysWithin = { readonly from?: string | undefined; readonly to?: string | undefined }
export type MonthCount = { readonly month: string; readonly part: string; readonly count: number }

/** More months than these are drawn as years. */
const mostMonths = 60

/** All periods from the first month to the last, without gaps; years when the months are many. */
export function periodsOf(months: readonly string[]): Period[] {
  const sorted = [...months].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const from = monthIndex(first)
  const size = monthIndex(last) - from + 1
  if (size <= mostMonths) return Array.from({ length: size }, (_, at) => monthOf(from + at))
  const year = Number(first.slice(0, 4))
  return Array.from({ length: Number(last.slice(0, 4)) - year + 1 }, (_, at) =>
    String(year + at).padStart(4, '0'),
  )
}

/** Counts by period and part: `counts.get(period)?.get(part)`. */
export function countPeriods(rows: readonly MonthCount[], periods: readonly Period[]) {
  const length = periods[0]?.length ?? 7
  const counts = new Map<Period, Map<string, number>>()
  for (const { month, part, count } of rows) {
    const period = month.slice(0, length)
    const parts = counts.get(period) ?? new Map<string, number>()
    parts.set(part, (parts.get(part) ?? 0) + count)
    counts.set(period, parts)
  }
  return counts
}

/** The days of a period, no further than those already asked for: so its number is what the list then holds. */
export function daysOf(period: Period, within: DaysWithin): Days {
  const whole = period.length === 4 ? { from: `${period}-01-01`, to: `${period}-12-31` } : daysOfMonth(period)
  return {
    from: within.from !== undefined && within.from > whole.from ? within.from : whole.from,
    to: within.to !== undefined && within.to < whole.to ? within.to : whole.to,
  }
}

function daysOfMonth(month: string): Days {
  const [year, number] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year!, number!, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${last}` }
}

/** `2021年5月`, `2021年`; `May 2021`, `2021` in English. */
export function formatPeriod(period: Period, language: string): string {
  const [year, month] = period.split('-').map(Number)
  if (language !== 'en') return month ? `${year}年${month}月` : `${year}年`
  if (!month) return String(year)
  return new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year!, month - 1, 1)),
  )
}

/** The day so many years before `today`, both `2021-08-20`; a leap day becomes the day after. */
export function yearsBefore(today: string, years: number): string {
  const [year, month, day] = today.split('-').map(Number)
  return new Date(Date.UTC(year! - years, month! - 1, day!)).toISOString().slice(0, 10)
}

const monthIndex = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const monthOf = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`

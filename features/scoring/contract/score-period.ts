/** Months, quarters and years by name: `2021-07`, `2021-Q3`, `2021`. */
import type { ScorePeriod } from './scoring-rules.schema.ts'

export function periodOf(day: string, per: ScorePeriod): string {
  if (per === 'year') return day.slice(0, 4)
  if (per === 'month') return day.slice(0, 7)
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

const two = (month: number): string => String(month).padStart(2, '0')

/** The months of a period, in their order. */
export function monthsOf(period: string): string[] {
  const year = period.slice(0, 4)
  const [first, count] = span(period)
  return Array.from({ length: count }, (_, at) => `${year}-${two(first + at)}`)
}

/** First and last day of a period. */
export function daysOf(period: string): { from: string; to: string } {
  const months = monthsOf(period)
  const last = months.at(-1)!
  const days = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 0)).getUTCDate()
  return { from: `${months[0]}-01`, to: `${last}-${two(days)}` }
}

/** All periods that have a day between two days. */
export function periodsBetween(from: string, to: string, per: ScorePeriod): string[] {
  const periods: string[] = []
  for (let day = from; day <= to; day = behind(periods.at(-1)!)) periods.push(periodOf(day, per))
  return periods
}

/** The first day after a period. */
function behind(period: string): string {
  const last = monthsOf(period).at(-1)!
  const [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5))]
  return month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`
}

function span(period: string): [first: number, count: number] {
  if (period.length === 4) return [1, 12]
  if (period[5] === 'Q') return [Number(period[6]) * 3 - 2, 3]
  return [Number(period.slice(5)), 1]
}

/** Days of a brief: 8月13日, 8月13日至15日. */
import type { Part } from './brief.types.ts'

export type DaySpan = { readonly start: string; readonly end: string }

/** The first and the last day of several reports; null when none tells one. */
export function spanOf(
  reports: readonly { readonly startDay: string | null; readonly endDay: string | null }[],
): DaySpan | null {
  const days = reports.flatMap(({ startDay, endDay }) => [startDay, endDay]).filter(day => day !== null)
  const sorted = days.filter(day => /^\d{4}-\d{2}-\d{2}$/.test(day)).toSorted()
  const [start, end] = [sorted[0], sorted.at(-1)]
  return start && end ? { start, end } : null
}

/**
 * In words, without what the days before already say.
 * @param before the span the sentence before named; null when there is none.
 */
export function dayWords(span: DaySpan | null, year: string, before: DaySpan | null = null): Part {
  if (!span) return []
  if (before && before.start === span.start && before.end === span.end) return []
  const known = before ? before.end : `${year}-`
  const first = dayOf(span.start, known, before !== null)
  const text = span.start === span.end ? first : `${first}至${dayOf(span.end, span.start, true)}`
  return [{ from: 'day', text }]
}

/** `known`: the day whose year, and with `month` whose month, need not be said again. */
function dayOf(day: string, known: string, month: boolean): string {
  const [year, mon, date] = day.split('-').map(Number)
  if (day.slice(0, 4) !== known.slice(0, 4)) return `${year}年${mon}月${date}日`
  if (month && day.slice(0, 7) === known.slice(0, 7)) return `${date}日`
  return `${mon}月${date}日`
}

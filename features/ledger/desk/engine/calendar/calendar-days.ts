/** Days of a month in weeks from Monday, and the list that each of its numbers opens. */
import type { CalendarDay, CalendarKind, ItemFilter } from '../../../contract/index.ts'

export function weeksOf(days: readonly CalendarDay[]): (CalendarDay | null)[][] {
  const first = days[0]
  if (!first) return []
  const before = (new Date(`${first.day}T00:00:00Z`).getUTCDay() + 6) % 7
  const places: (CalendarDay | null)[] = [...Array.from({ length: before }, () => null), ...days]
  while (places.length % 7 !== 0) places.push(null)
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7))
}

export function monthAfter(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const months = year * 12 + (number - 1) + count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** A deadline counts what is open; where another group is looked at, what of it is due. */
export function dayFilter(filter: ItemFilter, kind: CalendarKind, day: string) {
  if (kind === 'due') return { ...filter, group: filter.group ?? ('open' as const), dueFrom: day, dueTo: day }
  const of = kind === 'milestone' ? { milestoneDay: day } : { recheckDay: day }
  return { ...filter, ...of, group: filter.group ?? ('all' as never) }
}

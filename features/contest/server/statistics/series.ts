import { nextDay } from '@jianbao/platform/clock'
import type { SeriesPoint } from '../../contract/index.ts'

type Counted = Omit<SeriesPoint, 'at'>
const nothing: Counted = { people: 0, newcomers: 0, attempts: 0, views: 0 }
const point = (at: string, { people, newcomers, attempts, views }: Counted = nothing): SeriesPoint => ({
  ...{ at, people, newcomers, attempts, views },
})

/** The 24 hours of a day, those without anything with noughts. */
export function fillHours(hours: readonly (Counted & { readonly hour: number })[]): SeriesPoint[] {
  const known = new Map(hours.map(its => [its.hour, its]))
  return Array.from({ length: 24 }, (_, hour) =>
    point(`${String(hour).padStart(2, '0')}:00`, known.get(hour)),
  )
}

const mostDays = 1000

/** Every day from the first with anything to the last. */
export function fillDays(days: readonly (Counted & { readonly day: string })[]): SeriesPoint[] {
  const known = new Map(days.map(its => [its.day, its]))
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  const filled: SeriesPoint[] = []
  if (first === undefined || last === undefined) return filled
  for (let day = first; day <= last && filled.length < mostDays; day = nextDay(day))
    filled.push(point(day, known.get(day)))
  return filled
}

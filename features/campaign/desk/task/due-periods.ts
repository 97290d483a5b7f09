/** What a unit has to do first, and what can wait. */
import type { UnitTaskItem } from '../../contract/index.ts'

export type DuePeriod = { readonly task: UnitTaskItem; readonly period: UnitTaskItem['periods'][number] }

const dayMs = 86_400_000

/** @returns days from one ISO day to another; less than 0 when it passed. */
export function daysUntil(today: string, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / dayMs)
}

/** @returns periods that can be reported on now, the most urgent first, and all others in the order of their days. */
export function duePeriods(tasks: readonly UnitTaskItem[]): { soon: DuePeriod[]; later: DuePeriod[] } {
  const all = tasks.flatMap(task => task.periods.map(period => ({ task, period })))
  const soon = all.filter(({ period }) => period.state === 'open' || period.state === 'late')
  const later = all.filter(({ period }) => period.state === 'coming' || period.state === 'locked')
  const byDay = (a: DuePeriod, b: DuePeriod) => (a.period.dueDay < b.period.dueDay ? -1 : 1)
  return { soon: soon.sort(byDay), later: later.sort(byDay) }
}

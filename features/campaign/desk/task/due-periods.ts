/** What a unit has to do first, and what can wait. */
import type { UnitTaskItem } from '../../contract/index.ts'

export type DuePeriod = { readonly task: UnitTaskItem; readonly period: UnitTaskItem['periods'][number] }

const dayMs = 86_400_000

/** @returns days from one ISO day to another; less than 0 when it passed. */
export function daysUntil(today: string, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / dayMs)
}

export function canReport({ state }: Pick<DuePeriod['period'], 'state'>): boolean {
  return state === 'open' || state === 'late'
}

const isDone = ({ standing }: DuePeriod['period']) => standing === 'done' || standing === 'done-late'

/** @returns periods that are not done and can be reported on now, the most urgent first, and all others in the order of their days. */
export function duePeriods(tasks: readonly UnitTaskItem[]): { soon: DuePeriod[]; later: DuePeriod[] } {
  const all = tasks.flatMap(task => task.periods.map(period => ({ task, period })))
  const soon = all.filter(({ period }) => canReport(period) && !isDone(period))
  const later = all.filter(({ period }) => !canReport(period) || isDone(period))
  const byDay = (a: DuePeriod, b: DuePeriod) => (a.period.dueDay < b.period.dueDay ? -1 : 1)
  return { soon: soon.sort(byDay), later: later.sort(byDay) }
}

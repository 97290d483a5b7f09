import type { Entry } from '../contract/index.ts'

/** What is not done: a period of a task of a unit. */
export type Gap = Pick<Entry, 'unitId' | 'unitName' | 'taskId' | 'taskName' | 'periodNo' | 'periodName'>

type Period = Pick<Gap, 'taskId' | 'taskName' | 'periodNo' | 'periodName'>

/** Gaps of the same period of the same task together, with the units they are of. */
export function byPeriod(gaps: readonly Gap[]): { period: Period; units: string[] }[] {
  const groups = Map.groupBy(gaps, ({ taskId, periodNo }) => `${taskId} ${periodNo}`)
  return [...groups.values()].map(group => ({ period: group[0]!, units: group.map(({ unitId }) => unitId) }))
}

/** The units, each once. */
export function unitNames(gaps: readonly Gap[]): string[] {
  return [...new Map(gaps.map(({ unitId, unitName }) => [unitId, unitName])).values()]
}

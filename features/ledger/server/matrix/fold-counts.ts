/** Counted letters as the cells of a matrix. */
import {
  addStates,
  addTallies,
  type CoverageCell,
  type CoverageColumn,
  noTally,
  type Tally,
} from '../../contract/index.ts'
import type { Counted } from './coverage.store.ts'
import type { PlanTask } from './read-frame.ts'

/** The columns: every task, or the periods of one. */
export function columnsOf(tasks: readonly PlanTask[], taskId: string | undefined): CoverageColumn[] {
  const task = tasks.find(({ id }) => id === taskId)
  if (!task)
    return tasks.map(each => ({
      ...columnOf(each),
      periodNo: null,
      dueDay: each.periods.at(-1)?.dueDay ?? null,
      due: each.periods.filter(period => period.nearness === 'due').length,
    }))
  return task.periods.map(period => ({
    ...columnOf(task),
    periodNo: period.no,
    name: `${task.name} ${period.name}`,
    short: period.name,
    dueDay: period.dueDay,
    due: period.nearness === 'due' ? 1 : 0,
  }))
}

const columnOf = ({ id, name, short, required, stage, rhythm }: PlanTask) => ({
  ...{ taskId: id, name, short, required, stage, rhythm },
})

/** One tally for each column, of all counted rows. */
export function foldCounts(
  counted: readonly Counted[],
  tasks: readonly PlanTask[],
  columns: readonly CoverageColumn[],
): Tally[] {
  const byTask = new Map(tasks.map(task => [task.id, task]))
  const tallies = new Map<string, Tally>()
  const at = (taskId: string, periodNo: number | null) => `${taskId} ${periodNo ?? ''}`
  const byPeriod = new Set(columns.filter(({ periodNo }) => periodNo !== null).map(({ taskId }) => taskId))
  const add = (key: string, states: string, nearness: Parameters<typeof addStates>[2], count: number) =>
    tallies.set(key, addStates(tallies.get(key) ?? noTally, states, nearness, count))
  for (const { taskId, states, count } of counted) {
    const periods = byTask.get(taskId)?.periods
    if (!periods) continue
    if (byPeriod.has(taskId))
      for (const [place, { no, nearness }] of periods.entries())
        add(at(taskId, no), states[place] ?? '.', [nearness], count)
    else
      add(
        at(taskId, null),
        states,
        periods.map(period => period.nearness),
        count,
      )
  }
  return columns.map(({ taskId, periodNo }) => tallies.get(at(taskId, periodNo)) ?? noTally)
}

/** The cells of one line; `single`: it is one unit's. */
export function cellsOf(
  counted: readonly Counted[],
  tasks: readonly PlanTask[],
  columns: readonly CoverageColumn[],
  single: boolean,
): (CoverageCell | null)[] {
  const items = new Map(counted.map(({ taskId, itemId }) => [taskId, itemId]))
  return foldCounts(counted, tasks, columns).map((tally, at) =>
    tally.bound === 0 ? null : { ...tally, itemId: single ? (items.get(columns[at]!.taskId) ?? null) : null },
  )
}

export const sumOf = (tallies: readonly Tally[]): Tally => tallies.reduce(addTallies, noTally)

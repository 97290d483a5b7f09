/** Counted letters as the cells of a matrix. */
import {
  addStates,
  addTallies,
  type CoverageCell,
  type CoverageColumn,
  noTally,
  type Tally,
} from '../../contract/index.ts'
import type { PlanTask } from './read-frame.ts'
import type { Counted } from './sum-letters.ts'

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
  const byTask = Map.groupBy(counted, row => row.taskId)
  const plan = new Map(tasks.map(task => [task.id, task.periods]))
  return columns.map(({ taskId, periodNo }) => {
    const periods = plan.get(taskId) ?? []
    const at = periods.findIndex(({ no }) => no === periodNo)
    return (byTask.get(taskId) ?? []).reduce(
      (tally, row) =>
        periodNo === null
          ? addRow(tally, row, periods)
          : addStates(tally, lettersOf(row)[at] ?? '.', [periods[at]!.nearness], row.count),
      noTally,
    )
  })
}

function addRow(tally: Tally, row: Counted, periods: PlanTask['periods']): Tally {
  const nearness = periods.map(period => period.nearness)
  if (row.states !== null) return addStates(tally, row.states, nearness, row.count)
  const { count, onTime, late, underWay, silent, near, early } = row
  const expected = onTime + late + underWay + silent
  return addTallies(tally, { bound: count, expected, onTime, late, underWay, silent, near, early })
}

/** Throws when only the sums were asked for. */
export function lettersOf({ states }: Pick<Counted, 'states'>): string {
  if (states === null) throw new Error('periods are counted by their letters')
  return states
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

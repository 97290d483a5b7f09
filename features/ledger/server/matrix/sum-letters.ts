/** Letters of items, a task at a time, and what they come to. */
import type { PlanTask } from './read-frame.ts'

/** Between the letters of two items. */
export const between = '/'

/** The items of one task on one line, their letters strung together. */
export type Strung = {
  readonly line: string
  readonly taskId: string
  readonly letters: string
  readonly count: number
}

/** So many items of a task; the sums are of their periods. */
export type Counted = {
  /** Which line they belong to; empty where all are one. */
  readonly line: string
  readonly taskId: string
  /** Their letters, where they share them; null: the sums stand for them. */
  readonly states: string | null
  readonly count: number
  readonly onTime: number
  readonly late: number
  readonly underWay: number
  readonly silent: number
  readonly near: number
  readonly early: number
  /** Of a single one. */
  readonly itemId: string | null
}

/**
 * Counts letters by their periods. Due periods are the first of a task, unless its days are out of order: then its
 * letters are only put together where they are the same, as those of `lettersOf` are.
 */
export function sumLetters(
  rows: readonly Strung[],
  tasks: readonly PlanTask[],
  lettersOf: string | undefined,
): Counted[] {
  const plan = new Map(tasks.map(task => [task.id, task]))
  return rows.flatMap(row => {
    const task = plan.get(row.taskId)
    if (!task) return []
    return task.id === lettersOf || !inOrder(task) ? apart(row) : [summed(row, lengthsOf(task))]
  })
}

const none = { onTime: 0, late: 0, underWay: 0, silent: 0, near: 0, early: 0, itemId: null }

function apart({ line, taskId, letters }: Strung): Counted[] {
  const counts = new Map<string, number>()
  for (const states of letters.split(between)) counts.set(states, (counts.get(states) ?? 0) + 1)
  return [...counts].map(([states, count]) => ({ ...none, line, taskId, states, count }))
}

function summed({ line, taskId, letters, count }: Strung, lengths: { due: number; near: number }): Counted {
  const due = { d: 0, l: 0, p: 0, '.': 0 }
  const nearBy = lengths.due + lengths.near
  let [at, near, early] = [0, 0, 0]
  for (const letter of letters) {
    if (letter === between) at = 0
    else if (at++ < lengths.due) due[letter as keyof typeof due]++
    else if (letter === 'd' || letter === 'l') early++
    else if (at <= nearBy) near++
  }
  const { d: onTime, l: late, p: underWay, '.': silent } = due
  return { ...none, ...{ line, taskId, states: null, count, onTime, late, underWay, silent, near, early } }
}

function lengthsOf({ periods }: PlanTask): { due: number; near: number } {
  const count = (nearness: string) => periods.filter(period => period.nearness === nearness).length
  return { due: count('due'), near: count('near') }
}

const inOrder = ({ periods }: PlanTask): boolean =>
  periods.every(({ dueDay }, at) => at === 0 || periods[at - 1]!.dueDay <= dueDay)

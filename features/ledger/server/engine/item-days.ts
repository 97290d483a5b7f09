/** Days of an item: they have to fit together, and the light goes by some that are reckoned from them. */
import { Problem } from '@jianbao/errors'
import { addWorkingDays } from '@jianbao/platform/clock'
import type { LedgerRules, Milestone } from '../../contract/index.ts'

type Span = { readonly startDay: string; readonly dueDay: string }

/** Throws `item-days`. */
export function checkDays(
  { startDay, dueDay }: Span,
  milestones: readonly { name: string; day: string }[],
): void {
  const refuse = (reason: string): never => {
    throw new Problem('item-days', { reason })
  }
  if (dueDay < startDay) refuse(`完成时限 ${dueDay} 早于开始日期 ${startDay}。`)
  for (const { name, day } of milestones)
    if (day < startDay || day > dueDay) refuse(`节点“${name}”（${day}）不在 ${startDay} 至 ${dueDay} 之间。`)
}

/** The first blue day. */
export function nearDayOf(dueDay: string, { nearDays }: Pick<LedgerRules, 'nearDays'>): string {
  return nearDays === 0 ? dueDay : addWorkingDays(dueDay, -nearDays)
}

/** Numbered in the order of their days; those that were reached stay so when name and day are the same. */
export function orderMilestones(
  wished: readonly { name: string; day: string }[],
  before: readonly Milestone[] = [],
): Milestone[] {
  return [...wished]
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ name, day }, at) => {
      const done = before.find(each => each.name === name && each.day === day)?.done ?? null
      return { no: at + 1, name, day, done }
    })
}

/** Of the first milestone that is not reached. */
export function milestoneDayOf(milestones: readonly Milestone[]): string | null {
  return milestones
    .filter(({ done }) => done === null)
    .reduce<string | null>((first, { day }) => (first === null || day < first ? day : first), null)
}

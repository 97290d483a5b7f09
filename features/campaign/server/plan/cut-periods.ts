import { nextDay } from '@jianbao/platform/clock'
import type { PackTask } from '../../contract/index.ts'

export type Period = {
  /** Of the calendar, so that it stays when the pack is loaded again: 202603, 20261; 1 of a task done once. */
  readonly no: number
  readonly name: string
  readonly fromDay: string
  readonly toDay: string
  readonly dueDay: string
  /** The first day on which nothing is taken any more. */
  readonly lockDay: string | null
}

const quarterNames = ['一季度', '二季度', '三季度', '四季度'] as const

/** The periods of a task: one, or one for each month or quarter; `fromDay` is when a task done once begins. */
export function cutPeriods(
  { name, deadline, lockAfterDays }: Pick<PackTask, 'name' | 'deadline' | 'lockAfterDays'>,
  fromDay: string,
): Period[] {
  const lockOf = (dueDay: string) => (lockAfterDays === undefined ? null : nextDay(dueDay, lockAfterDays + 1))
  if ('day' in deadline) {
    const { day, from = fromDay < day ? fromDay : day } = deadline
    return [{ no: 1, name, fromDay: from, toDay: day, dueDay: day, lockDay: lockOf(day) }]
  }
  const months = monthsBetween(deadline.from, deadline.to)
  const stretches = deadline.every === 'month' ? months.map(month => [month]) : quartersOf(months)
  const years = new Set(months.map(({ year }) => year))
  return stretches.map(stretch => {
    const first = stretch[0]!
    const toDay = lastDay(stretch.at(-1)!)
    const dueDay = nextDay(toDay, deadline.dueDays)
    const quarter = Math.ceil(first.month / 3)
    const monthly = deadline.every === 'month'
    const called = monthly ? `${first.month}月` : quarterNames[quarter - 1]!
    return {
      no: monthly ? first.year * 100 + first.month : first.year * 10 + quarter,
      name: years.size > 1 ? `${first.year}年${called}` : called,
      fromDay: `${isoMonth(first)}-01`,
      toDay,
      dueDay,
      lockDay: lockOf(dueDay),
    }
  })
}

type Month = { readonly year: number; readonly month: number }

function monthsBetween(from: string, to: string): Month[] {
  const [first, last] = [from, to].map(text => {
    const [year, month] = text.split('-').map(Number) as [number, number]
    return year * 12 + month - 1
  }) as [number, number]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({
    year: Math.floor((first + at) / 12),
    month: ((first + at) % 12) + 1,
  }))
}

/** The months of each quarter of the calendar, as far as they are there. */
function quartersOf(months: readonly Month[]): Month[][] {
  const quarters = new Map<string, Month[]>()
  for (const month of months) {
    const key = `${month.year}-${Math.ceil(month.month / 3)}`
    quarters.set(key, [...(quarters.get(key) ?? []), month])
  }
  return [...quarters.values()]
}

const isoMonth = ({ year, month }: Month): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
const lastDay = ({ year, month }: Month): string =>
  nextDay(`${isoMonth(month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 })}-01`, -1)

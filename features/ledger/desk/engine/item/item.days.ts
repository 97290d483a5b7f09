/** The days an item has left, or is behind, as an office says it. */
import { type LedgerItem, openStates } from '../../../contract/index.ts'
import { daysBetween } from './item.lights.ts'

export type DaysSaid = {
  readonly key:
    | 'daysLeft'
    | 'daysToday'
    | 'daysNoWork'
    | 'daysBehind'
    | 'daysWaitingInTime'
    | 'daysWaitingLate'
    | 'daysClosedInTime'
    | 'daysClosedLate'
  readonly count: number
}

type Dated = Pick<LedgerItem, 'state' | 'dueDay' | 'today' | 'workingDaysLeft' | 'fedBackAt' | 'summary'> & {
  /** The local day an instant fell on. */
  readonly dayOf: (instant: string) => string
}

/** Null for what has no clock: not dispatched yet, or cancelled. */
export function daysOf({
  state,
  dueDay,
  today,
  workingDaysLeft,
  fedBackAt,
  summary,
  dayOf,
}: Dated): DaysSaid | null {
  if (state === 'closed' || state === 'settled') {
    if (!summary) return null
    const closed = dayOf(summary.closedAt)
    return summary.late
      ? { key: 'daysClosedLate', count: Math.max(1, daysBetween(summary.dueDay, closed)) }
      : { key: 'daysClosedInTime', count: 0 }
  }
  if (!(openStates as readonly string[]).includes(state)) return null
  if (state === 'feedback' && fedBackAt !== null) {
    const day = dayOf(fedBackAt)
    return day <= dueDay
      ? { key: 'daysWaitingInTime', count: 0 }
      : { key: 'daysWaitingLate', count: daysBetween(dueDay, day) }
  }
  if (today > dueDay) return { key: 'daysBehind', count: daysBetween(dueDay, today) }
  if (today === dueDay) return { key: 'daysToday', count: 0 }
  // A deadline on the other side of a holiday.
  if (workingDaysLeft <= 0) return { key: 'daysNoWork', count: daysBetween(today, dueDay) }
  return { key: 'daysLeft', count: workingDaysLeft }
}

import type { PeriodState } from '../../contract/index.ts'

type PeriodDays = {
  readonly fromDay: string
  readonly dueDay: string
  readonly lockDay: string | null
  /** The last day on which the unit may report all the same. */
  readonly openUntil?: string | null
}

/** Where a period stands on a day, for a unit. */
export function periodState(
  { fromDay, dueDay, lockDay, openUntil = null }: PeriodDays,
  today: string,
): PeriodState {
  if (lockDay !== null && today >= lockDay)
    return openUntil !== null && today <= openUntil ? 'late' : 'locked'
  if (today > dueDay) return 'late'
  return today < fromDay ? 'coming' : 'open'
}

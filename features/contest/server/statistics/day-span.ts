import { localInstant, nextDay } from '@jianbao/platform/clock'

/** The beginning of a day, or of an hour of it, and its end, Asia/Shanghai. An attempt counts where it began. */
export function spanOf(day: string, hour?: number): { from: Date; to: Date } {
  if (hour === undefined) return { from: localInstant(day, '00:00'), to: localInstant(nextDay(day), '00:00') }
  const from = localInstant(day, `${String(hour).padStart(2, '0')}:00`)
  return { from, to: new Date(from.getTime() + 3_600_000) }
}

/** When something is reminded of, by the days and times of a pack's `reminders.yaml`. */
import type { PackReminders } from '@jianbao/campaign/contract'
import {
  isWorkingDay,
  localDay,
  localInstant,
  localTime,
  nextDay,
  workingDaysBetween,
} from '@jianbao/platform/clock'

/** For what belongs to no campaign: commissions and reports outside any plan. */
export const houseReminders: PackReminders = {
  before: [3, 1],
  after: { every: 2, times: 5 },
  at: '09:00',
  quiet: { from: '20:00', to: '08:00' },
}

/** Whether `today` is a day of reminding of what ends on `dueDay`; never on a day nobody works. */
export function remindedToday(rules: PackReminders, dueDay: string, today: string): boolean {
  if (!isWorkingDay(today)) return false
  if (today <= dueDay) return rules.before.includes(workingDaysBetween(today, dueDay))
  return waitedLong(rules, dueDay, today)
}

/** The same for what has been waiting since a day: every so many working days, so often. */
export function waitedLong({ after }: PackReminders, since: string, today: string): boolean {
  if (!isWorkingDay(today) || since >= today) return false
  // Further back there is nothing to count for.
  if (nextDay(since, after.every * after.times * 3 + 30) < today) return false
  const waited = workingDaysBetween(since, today)
  return waited > 0 && waited % after.every === 0 && waited / after.every <= after.times
}

/** Whether a time of day lies in the quiet hours, which may go over midnight. */
export function isQuiet({ quiet }: PackReminders, time: string): boolean {
  if (!quiet || quiet.from === quiet.to) return false
  const { from, to } = quiet
  return from < to ? time >= from && time < to : time >= from || time < to
}

/** When the digest of a day goes out: at its time, or when the quiet hours end. */
export function digestTime(rules: PackReminders): string {
  return isQuiet(rules, rules.at) ? rules.quiet!.to : rules.at
}

/** The instant from which on people may be told: `now`, or the end of the quiet hours it lies in. */
export function endOfQuiet(rules: PackReminders, now: Date): Date {
  const time = localTime(now)
  if (!isQuiet(rules, time)) return now
  const { to } = rules.quiet!
  const today = localDay(now)
  return localInstant(time < to ? today : nextDay(today), to)
}

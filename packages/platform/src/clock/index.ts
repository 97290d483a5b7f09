/** The time, as something that is handed over: rules and tests never look at the wall themselves. */
export type Clock = { now(): Date }

/** The wall clock of the process. */
export const systemClock: Clock = { now: () => new Date() }

export { localDay, localDayTime, localInstant, localTime, nextDay } from './local-time.ts'
export { addWorkingDays, holidaysKnown, isWorkingDay, workingDaysBetween } from './working-days.ts'

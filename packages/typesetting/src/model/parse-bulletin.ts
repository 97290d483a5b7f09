import { Problem } from '@jianbao/errors'
import { Value } from 'typebox/value'
import { Bulletin } from '../contract.ts'
import { firstFault } from './first-fault.ts'

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Checks that a value is a bulletin, closed: a field the model does not know is refused.
 * @param value anything, for example parsed JSON
 * @returns the same value, typed
 * @throws Problem `bad-request` naming the place (`/columns/0/name`) and the reason
 */
export function parseBulletin(value: unknown): Bulletin {
  if (!Value.Check(Bulletin, value)) throw new Problem('bad-request', { reason: firstFault(Bulletin, value) })
  if (value.date !== null && !isDay(value.date))
    throw new Problem('bad-request', { reason: '/date: must be a day of the calendar, YYYY-MM-DD' })
  return value
}

/** A day of the calendar as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const parts = isoDay.exec(text)
  if (!parts) return false
  const day = new Date(`${text}T00:00:00Z`)
  return day.getUTCDate() === Number(parts[3])
}

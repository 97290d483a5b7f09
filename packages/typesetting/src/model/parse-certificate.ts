import { Problem } from '@jianbao/errors'
import { Value } from 'typebox/value'
import { Certificate } from '../certificate.contract.ts'
import { firstFault } from './first-fault.ts'
import { isDay } from './parse-bulletin.ts'

/**
 * Checks that a value is a certificate, closed: a field the model does not know is refused.
 * @param value anything, for example parsed JSON
 * @returns the same value, typed
 * @throws Problem `bad-request` naming the place and the reason
 */
export function parseCertificate(value: unknown): Certificate {
  if (!Value.Check(Certificate, value))
    throw new Problem('bad-request', { reason: firstFault(Certificate, value) })
  if (!isDay(value.date))
    throw new Problem('bad-request', { reason: '/date: must be a day of the calendar, YYYY-MM-DD' })
  return value
}

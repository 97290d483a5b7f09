import { Problem } from '@jianbao/errors'
import { Value } from 'typebox/value'
import { Circular } from '../circular.contract.ts'
import { firstFault } from './first-fault.ts'
import { isDay } from './parse-bulletin.ts'

/**
 * Checks that a value is a circular, closed: a field the model does not know is refused.
 * @param value anything, for example parsed JSON
 * @returns the same value, typed
 * @throws Problem `bad-request` naming the place (`/blocks/3/rows`) and the reason
 */
export function parseCircular(value: unknown): Circular {
  if (!Value.Check(Circular, value)) throw new Problem('bad-request', { reason: firstFault(Circular, value) })
  if (value.date !== null && !isDay(value.date))
    throw new Problem('bad-request', { reason: '/date: must be a day of the calendar, YYYY-MM-DD' })
  for (const [at, block] of value.blocks.entries())
    if (block.type === 'table' && block.rows.some(row => row.length > block.columns.length))
      throw new Problem('bad-request', { reason: `/blocks/${at}/rows: has more cells than columns` })
  return value
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addStates, addTallies, lightOf, nearnessOf, noTally, ratesOf, type Tally } from './index.ts'

const today = '2026-05-10'
const nearDay = '2026-05-17'
const tally = (parts: Partial<Tally>): Tally => ({ ...noTally, ...parts })

test.each([
  ['2026-05-09', 'due'],
  ['2026-05-10', 'near'],
  ['2026-05-17', 'near'],
  ['2026-05-18', 'open'],
])('a period that ends on %s is %s', (day, nearness) => {
  expect(nearnessOf(day, today, nearDay)).toBe(nearness)
})

test('each letter of a due period is counted once, and what comes early or ends soon apart', () => {
  const periods = ['due', 'due', 'due', 'due', 'near', 'near', 'open', 'open'] as const
  expect(addStates(noTally, 'dlp.d.d.', periods, 3)).toEqual({
    ...{ bound: 3, expected: 12, onTime: 3, late: 3, underWay: 3, silent: 3 },
    ...{ near: 3, early: 6 },
  })
})

const letters = fc.array(fc.constantFrom('d', 'l', 'p', '.'), { maxLength: 12 })
const nearness = fc.constantFrom('due' as const, 'near' as const, 'open' as const)

test('a tally adds up, and several come to what they are together', () => {
  const item = fc.record({ letters, count: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(fc.array(item), fc.array(nearness, { minLength: 12, maxLength: 12 }), (items, periods) => {
      const each = items.map(({ letters: own, count }) =>
        addStates(noTally, own.join(''), periods.slice(0, own.length), count),
      )
      const sum = each.reduce(addTallies, noTally)
      expect(sum.expected).toBe(sum.onTime + sum.late + sum.underWay + sum.silent)
      const rates = ratesOf(sum)
      if (rates) expect(rates.reported + rates.gap).toBeCloseTo(1)
      else expect(sum.expected).toBe(0)
    }),
  )
})

test.each([
  [{ bound: 0 }, 'unbound'],
  [{ bound: 1, expected: 10, onTime: 8, underWay: 1, silent: 1 }, 'overdue'],
  [{ bound: 20, expected: 20, onTime: 19, silent: 1 }, 'few'],
  [{ bound: 20, expected: 20, onTime: 17, silent: 3 }, 'overdue'],
  [{ bound: 1, expected: 2, onTime: 1, underWay: 1, near: 1 }, 'under-way'],
  [{ bound: 1, expected: 2, onTime: 2, near: 1 }, 'near'],
  [{ bound: 1, expected: 1, late: 1 }, 'done'],
  [{ bound: 1, early: 1 }, 'done'],
  [{ bound: 9, early: 2 }, 'coming'],
  [{ bound: 1 }, 'coming'],
])('of %j the light is %s', (parts, light) => {
  expect(lightOf(tally(parts))).toBe(light)
})

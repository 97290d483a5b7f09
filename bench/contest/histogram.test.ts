import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Histogram } from './histogram.ts'

test('a quantile lies no more than a percent above the true one, and never below', () => {
  const latencies = fc.array(fc.integer({ min: 0, max: 4_000_000_000 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(latencies, fc.constantFrom(0.01, 0.5, 0.95, 0.99, 1), (microseconds, share) => {
      const histogram = new Histogram()
      for (const us of microseconds) histogram.add(us / 1000)
      const sorted = microseconds.toSorted((a, b) => a - b)
      const exact = sorted[Math.ceil(sorted.length * share) - 1]! / 1000
      expect(histogram.quantile(share)).toBeGreaterThanOrEqual(exact)
      expect(histogram.quantile(share)).toBeLessThanOrEqual(exact * 1.01)
    }),
  )
  expect(new Histogram().quantile(0.99)).toBe(0)
})

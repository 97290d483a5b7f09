import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ordinaryRules } from './ledger-rules.schema.ts'
import { meanOf, scoreOf } from './satisfaction.rules.ts'

const rules = ordinaryRules.service.satisfaction!
const counts = (good: number, fair: number, poor: number, unknown = 0) => ({ good, fair, poor, unknown })

test('满意 100, 基本满意 75, 不满意 55; 不了解 counts for nothing', () => {
  expect(scoreOf(counts(2, 1, 1, 9), rules)).toEqual({ counted: 4, points: 330, passed: true })
  expect(meanOf(scoreOf(counts(2, 1, 1, 9), rules))).toBe('82.5')
  expect(meanOf(scoreOf(counts(3, 0, 0), rules))).toBe('100')
})

test('of fewer than three that count nothing is told', () => {
  for (const few of [counts(0, 0, 0), counts(1, 1, 0), counts(0, 0, 2, 50)]) {
    expect(scoreOf(few, rules).passed).toBeNull()
    expect(meanOf(scoreOf(few, rules))).toBeNull()
  }
})

test('a mark missed by a hair is missed: 8 of 9 dissatisfied make 60, nine of ten do not', () => {
  expect(scoreOf(counts(1, 0, 8), rules)).toMatchObject({ points: 540, passed: true })
  expect(scoreOf(counts(1, 0, 9), rules)).toMatchObject({ points: 595, passed: false })
  expect(meanOf(scoreOf(counts(1, 0, 9), rules))).toBe('59.5')
  // 59.99… is never shown as 60
  expect(meanOf({ counted: 1000, points: 59_999 })).toBe('59.9')
})

test('another answer of 满意 never lowers the mean, another 不满意 never raises it, 不了解 leaves it', () => {
  const some = fc.integer({ min: 0, max: 400 })
  fc.assert(
    fc.property(some, some, some, some, (good, fair, poor, unknown) => {
      const mean = (each: ReturnType<typeof counts>): number => {
        const { points, counted } = scoreOf(each, rules)
        return counted === 0 ? 0 : points / counted
      }
      fc.pre(good + fair + poor > 0)
      const now = counts(good, fair, poor, unknown)
      expect(mean({ ...now, good: good + 1 })).toBeGreaterThanOrEqual(mean(now))
      expect(mean({ ...now, poor: poor + 1 })).toBeLessThanOrEqual(mean(now))
      expect(scoreOf({ ...now, unknown: unknown + 7 }, rules)).toEqual(scoreOf(now, rules))
    }),
  )
})

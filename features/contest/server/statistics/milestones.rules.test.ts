import fc from 'fast-check'
import { expect, test } from 'vitest'
import { milestonesOf } from './milestones.rules.ts'

const hour = (at: number, people: number, attempts = 0, views = 0) => ({
  ...{ at: new Date(Date.UTC(2026, 0, 1, at)).toISOString(), people, attempts, views },
})

test('a round number is told in the hour that reaches it, the highest of an hour alone', () => {
  const told = milestonesOf([hour(0, 99), hour(1, 1), hour(2, 50), hour(3, 900), hour(4, 1)])
  expect(told.map(({ reached, at }) => [reached, at.slice(11, 13)])).toEqual([
    [1000, '03'],
    [100, '01'],
  ])
})

test('the latest come first, and no more than asked for', () => {
  const told = milestonesOf([hour(0, 0, 100), hour(1, 100), hour(2, 0, 0, 1000)], 2)
  expect(told.map(({ measure, reached }) => [measure, reached])).toEqual([
    ['views', 1000],
    ['people', 100],
  ])
})

test('whatever the hours, what is told was reached then and not before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { maxLength: 30 }), added => {
      const hours = added.map((people, at) => hour(at, people))
      for (const { at, reached } of milestonesOf(hours, 100)) {
        const until = hours.filter(its => its.at <= at).reduce((sum, its) => sum + its.people, 0)
        const before = hours.filter(its => its.at < at).reduce((sum, its) => sum + its.people, 0)
        expect(until).toBeGreaterThanOrEqual(reached)
        expect(before).toBeLessThan(reached)
      }
    }),
  )
})

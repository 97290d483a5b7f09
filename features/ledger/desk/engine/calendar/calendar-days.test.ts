import { expect, test } from 'vitest'
import { dayFilter, monthAfter, weeksOf } from './calendar-days.ts'

const day = (number: number) => ({
  ...{
    day: `2026-05-${String(number).padStart(2, '0')}`,
    working: true,
    due: 0,
    milestone: 0,
    recheck: 0,
    items: [],
  },
})

test('weeks begin on Monday and are whole', () => {
  const weeks = weeksOf(Array.from({ length: 31 }, (_, at) => day(at + 1)))
  expect(weeks).toHaveLength(5)
  expect(weeks[0]!.map(each => each?.day ?? null)).toEqual([
    null,
    null,
    null,
    null,
    '2026-05-01',
    '2026-05-02',
    '2026-05-03',
  ])
  expect(weeks.every(week => week.length === 7)).toBe(true)
})

test('months go on over the end of a year', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-05', 0)]).toEqual([
    '2027-01',
    '2025-12',
    '2026-05',
  ])
})

test('a number opens the items of that day', () => {
  expect(dayFilter({ kind: 'service' }, 'due', '2026-05-01')).toEqual({
    kind: 'service',
    group: 'open',
    dueFrom: '2026-05-01',
    dueTo: '2026-05-01',
  })
  expect(dayFilter({}, 'recheck', '2026-05-01')).toEqual({ recheckDay: '2026-05-01', group: 'all' })
})

import { expect, test } from 'vitest'
import type { UnitTaskItem } from '../../contract/index.ts'
import { daysUntil, duePeriods } from './due-periods.ts'

const task = (name: string, ...periods: [string, string, string?][]): UnitTaskItem =>
  ({
    name,
    periods: periods.map(([dueDay, state, standing = 'none']) => ({ dueDay, state, standing })),
  }) as unknown as UnitTaskItem

test('what can be done now stands first by its day; nothing is left out', () => {
  const { soon, later } = duePeriods([
    task('甲', ['2026-01-05', 'locked'], ['2026-03-05', 'open']),
    task('乙', ['2026-02-20', 'late'], ['2026-06-30', 'coming']),
    task('丙', ['2026-02-28', 'late', 'done-late'], ['2026-03-31', 'open', 'started']),
  ])
  const words = (list: typeof soon) => list.map(({ task: { name }, period }) => `${name} ${period.dueDay}`)
  expect(words(soon)).toEqual(['乙 2026-02-20', '甲 2026-03-05', '丙 2026-03-31'])
  expect(words(later)).toEqual(['甲 2026-01-05', '丙 2026-02-28', '乙 2026-06-30'])
})

test('days are counted over the ends of months and years', () => {
  expect([
    daysUntil('2026-12-30', '2027-01-02'),
    daysUntil('2026-03-01', '2026-02-28'),
    daysUntil('2026-03-01', '2026-03-01'),
  ]).toEqual([3, -1, 0])
})

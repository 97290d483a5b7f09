import { expect, test } from 'vitest'
import type { Task } from '../../contract/index.ts'
import { monthsOf, nextPeriod, placeOn, tasksByStage } from './timeline.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }

test('a scale begins with the beginning of its first day and ends with the end of its last', () => {
  expect([placeOn(year, '2026-01-01'), placeOn(year, '2026-12-31', true)]).toEqual([0, 100])
  expect(placeOn(year, '2026-07-02')).toBeCloseTo((182 / 365) * 100)
  expect([placeOn(year, '2025-06-01'), placeOn(year, '2027-06-01')]).toEqual([0, 100])
  expect(placeOn({ from: '2026-05-01', to: '2026-05-01' }, '2026-05-01', true)).toBe(100)
})

test('months fill the scale without a gap, also where it begins or ends within one', () => {
  for (const scale of [year, { from: '2026-11-10', to: '2027-02-03' }]) {
    const months = monthsOf(scale)
    months.forEach((month, index) => {
      expect(month.left).toBeCloseTo(index ? months[index - 1]!.left + months[index - 1]!.width : 0)
    })
    expect(months.at(-1)!.left + months.at(-1)!.width).toBeCloseTo(100)
  }
  expect(monthsOf({ from: '2026-11-10', to: '2027-02-03' }).map(({ key }) => key)).toEqual([
    '2026-11',
    '2026-12',
    '2027-01',
    '2027-02',
  ])
})

const task = (id: string, stageId: string | null): Task => ({ id, stageId, periods: [] }) as unknown as Task
const stage = (id: string) => ({ id, key: id, name: id, purpose: null, fromDay: year.from, toDay: year.to })

test('every task stands once, under its stage or at the end', () => {
  const stageList = [stage('a'), stage('b')]
  const groups = tasksByStage({ stageList }, [task('1', 'b'), task('2', null), task('3', 'b')])
  expect(groups.map(group => [group.stage?.id ?? null, group.tasks.map(({ id }) => id)])).toEqual([
    ['a', []],
    ['b', ['1', '3']],
    [null, ['2']],
  ])
  expect(tasksByStage({ stageList }, []).map(group => group.stage?.id)).toEqual(['a', 'b'])
})

test('the next deadline is that of today or later', () => {
  const periods = ['2026-03-05', '2026-04-05'].map(dueDay => ({ dueDay })) as Task['periods']
  const next = (today: string) => nextPeriod({ periods }, today)?.dueDay ?? null
  expect([next('2026-03-05'), next('2026-03-06'), next('2026-04-06')]).toEqual([
    '2026-03-05',
    '2026-04-05',
    null,
  ])
})

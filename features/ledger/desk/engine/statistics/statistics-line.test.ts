import { expect, test } from 'vitest'
import type { StatisticsLine } from '../../../contract/index.ts'
import { statisticsFilter } from './statistics-line.ts'

const line: StatisticsLine = {
  ...{ unitId: null, name: null, own: false, unitKind: null, kind: null, month: null },
  ...{ open: 0, done: 0, overdue: 0, late: 0, reopened: 0, flagged: 0, medianDays: null },
}
const under = { id: 'u', name: '云岭市科协' }

test('every line opens the list of what it counts', () => {
  const filters = { kind: 'work', under: 'v' } as const
  expect(statisticsFilter(filters, null, under)).toEqual({ kind: 'work', under: 'u' })
  expect(statisticsFilter(filters, { ...line, unitKind: 'society' }, under)).toEqual({
    ...{ kind: 'work', under: 'u', unitKind: 'society' },
  })
  expect(statisticsFilter(filters, { ...line, unitId: 'c' }, under)).toEqual({ kind: 'work', under: 'c' })
  expect(statisticsFilter(filters, { ...line, unitId: 'u', own: true }, under)).toEqual({
    kind: 'work',
    unit: 'u',
  })
})

test('a month stays within the days that are asked for', () => {
  const february = { ...line, month: '2028-02' }
  expect(statisticsFilter({}, february, null)).toEqual({ dueFrom: '2028-02-01', dueTo: '2028-02-29' })
  expect(statisticsFilter({ dueFrom: '2028-02-10', dueTo: '2028-03-01' }, february, null)).toEqual({
    ...{ dueFrom: '2028-02-10', dueTo: '2028-02-29' },
  })
})

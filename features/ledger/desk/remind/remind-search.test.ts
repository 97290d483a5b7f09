import { expect, test } from 'vitest'
import { filterOf, readMineSearch, readReminderSearch } from './remind-search.ts'

const unit = '00000000-0000-4000-8000-000000000001'

test('what the address says is read, the rest dropped', () => {
  const said = {
    unit,
    kind: 'task',
    way: 'manual',
    unreached: true,
    from: '2026-03-01',
    to: '2026-03-31',
    page: 2,
  }
  expect(readReminderSearch({ ...said, other: 1 })).toEqual(said)
  const wrong = {
    unit: 'x',
    kind: 'y',
    way: 'z',
    unreached: 'no',
    from: '2026-02-30',
    to: 'soon',
    page: 0,
    task: 1,
  }
  expect(readReminderSearch(wrong)).toEqual({})
  expect(readMineSearch({ day: '2026-13-01' })).toEqual({})
})

test('the unit of the address is asked for with all below it', () => {
  expect(filterOf({ unit, way: 'manual', page: 3 })).toEqual({ under: unit, way: 'manual' })
})

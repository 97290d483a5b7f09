import { expect, test } from 'vitest'
import { coverageQueryOf, entryQueryOf, readCoverageSearch, readGapSearch } from './ledger-search.ts'

const id = '00000000-0000-4000-8000-00000000c171'

test('an address that nobody wrote shows everything', () => {
  expect(
    readGapSearch({ unit: 'x', group: 'all', page: '-1', task: '1', only: 'maybe', kind: 'moon' }),
  ).toEqual({})
  expect(readCoverageSearch({ lines: 'rows', look: 'dark', campaign: '' })).toEqual({})
})

test('what only the page needs is not asked of the server', () => {
  expect(coverageQueryOf(readCoverageSearch({ unit: id, look: 'heat', item: id, lines: 'units' }))).toEqual({
    under: id,
    lines: 'units',
  })
  const search = readGapSearch({
    unit: id,
    only: 'true',
    item: id,
    task: id,
    period: '202603',
    group: 'late',
  })
  expect(entryQueryOf(search)).toEqual({ under: id, only: true, task: id, period: 202603, group: 'late' })
})

test('a period means nothing without its task, nor the unit alone without a unit', () => {
  expect(entryQueryOf(readGapSearch({ period: '3', only: 'true' }))).toEqual({})
})

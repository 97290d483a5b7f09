import { expect, test } from 'vitest'
import { readMineSearch } from './mine-search.ts'

test('what an address says is taken where it makes sense', () => {
  expect(
    readMineSearch({
      tab: 'returned',
      q: ' 夜校 ',
      own: 'true',
      idle: 'false',
      from: '2026-05-01',
      page: '2',
      x: 1,
    }),
  ).toEqual({ tab: 'returned', q: '夜校', own: true, from: '2026-05-01', page: 2 })
  expect(readMineSearch({ tab: 'all', taskId: 'x', to: 'gestern', sort: 'title', page: '0' })).toEqual({})
})

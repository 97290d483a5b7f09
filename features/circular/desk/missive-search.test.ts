import { expect, it } from 'vitest'
import { filtersOf, readDraftSearch, readMissiveSearch } from './missive-search.ts'

const id = '00000000-0000-4000-8000-00000000c021'

it('takes from an address what it knows, and drops the rest', () => {
  expect(
    readMissiveSearch({ tab: 'unanswered', kind: 'letter', unit: 'x', year: '2021', page: '0' }),
  ).toEqual({
    tab: 'unanswered',
    year: 2021,
  })
})

it('keeps chosen items and the filters of the list they were chosen from', () => {
  const search = readDraftSearch({
    send: 'supervision',
    items: `${id},../x,${id}`,
    light: 'red',
    kind: 'work',
    other: '1',
  })
  expect(search).toEqual({ send: 'supervision', items: `${id},${id}`, light: 'red', kind: 'work' })
  expect(filtersOf(search)).toEqual({ light: 'red', kind: 'work' })
})

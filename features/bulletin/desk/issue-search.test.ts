import { parseSearch, stringifySearch } from '@jianbao/ui'
import { expect, it } from 'vitest'
import { readIssueSearch } from './issue-search.ts'

it('reads the same filters back from the address it wrote', () => {
  const filters = {
    q: '乡村振兴',
    series: '甲县简报',
    year: 2021,
    published: false,
    order: 'oldest',
    page: 3,
  } as const
  expect(readIssueSearch(parseSearch(stringifySearch(filters)))).toEqual(filters)
})

it('drops what it does not know and what cannot be', () => {
  expect(
    readIssueSearch({ q: '  ', year: '21', published: 'yes', order: 'best', page: '0', other: '1' }),
  ).toEqual({})
})

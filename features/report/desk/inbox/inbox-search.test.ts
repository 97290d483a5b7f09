import { expect, test } from 'vitest'
import { countFilters, inboxQueryOf, readInboxSearch } from './inbox-search.ts'

const id = '00000000-0000-4000-8000-00000000c171'

test('the address is read as far as it makes sense, and asked of the API', () => {
  const search = readInboxSearch({
    state: 'adopted',
    unit: id,
    taskId: 'nonsense',
    periodNo: '202605',
    from: '2026-05-01',
    to: 'tomorrow',
    photos: 'true',
    type: 'study',
    report: id,
    page: '0',
  })
  expect(search).toEqual({
    state: 'adopted',
    unit: id,
    from: '2026-05-01',
    photos: true,
    type: 'study',
    report: id,
  })
  expect(inboxQueryOf(search)).toEqual({
    tab: 'adopted',
    under: id,
    from: '2026-05-01',
    photos: true,
    type: ['study'],
  })
  expect(countFilters(search)).toEqual({ all: 4, rare: 2 })
})

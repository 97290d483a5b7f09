import { expect, test } from 'vitest'
import { countFilters, filterOf, itemQueryOf, readItemSearch } from './list-search.ts'

const id = '0a6f1f3e-8d3a-4a53-9a42-0d2f6a5c1b11'

test('what no API would take is dropped from the address', () => {
  expect(
    readItemSearch({ under: 'x', state: 'gone', group: 'open', dueFrom: '2026-02-30', page: '0' }),
  ).toEqual({
    group: 'open',
  })
})

test('the list begins with what is open; who asks for a state or a light asks for all of them', () => {
  expect(itemQueryOf(readItemSearch({}))).toEqual({ group: 'open' })
  expect(itemQueryOf(readItemSearch({ state: 'closed' }))).toEqual({ state: 'closed' })
  expect(itemQueryOf(readItemSearch({ light: 'red', group: 'mine' }))).toEqual({
    light: 'red',
    group: 'mine',
  })
  expect(itemQueryOf(readItemSearch({ group: 'all', order: 'unit', page: '3' }))).toEqual({
    order: 'unit',
    page: 3,
  })
})

test('exports and deeds go by the filters, not by the page or the order', () => {
  const search = readItemSearch({ under: id, order: 'unit', page: '2', q: '围栏', as: 'part' })
  expect(filterOf(search)).toEqual({ under: id, q: '围栏', as: 'part', group: 'open' })
  expect(countFilters(search)).toBe(1)
})

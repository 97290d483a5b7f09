import { expect, test } from 'vitest'
import { countFilters, personQueryOf, readPersonSearch } from './person-search.ts'

const unit = '00000000-0000-4000-8000-00000000c171'

test('an address is read, and what makes no sense in it falls out', () => {
  const address = {
    q: ' 王 ',
    unit,
    only: 'true',
    role: 'reporter',
    state: 'all',
    account: 'none',
    sort: '-unit',
    page: '3',
  }
  expect(readPersonSearch(address)).toEqual({ ...address, q: '王', only: true, page: 3 })
  expect(
    readPersonSearch({
      q: '',
      unit: '1',
      only: 'yes',
      role: 'root',
      state: 'x',
      account: '',
      sort: 'id',
      page: '0',
    }),
  ).toEqual({})
})

test('a unit is asked for with all below, or alone', () => {
  expect(personQueryOf({ unit, q: '王' })).toEqual({ under: unit, q: '王' })
  expect(personQueryOf({ unit, only: true })).toEqual({ under: unit, only: true })
  expect(personQueryOf({ only: true })).toEqual({})
})

test('filters are counted without words, order and page', () => {
  expect(countFilters({ q: '王', sort: 'name', page: 2 })).toBe(0)
  expect(countFilters({ unit, role: 'none', state: 'left', account: 'open' })).toBe(4)
})

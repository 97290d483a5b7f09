import { expect, test } from 'vitest'
import { nextOrder, shownColumns } from './columns.ts'

const columns = [{ key: 'name', fixed: true }, { key: 'unit' }, { key: 'phone', spare: true }]

test('spare columns wait until somebody wants them; what a row is known by always stays', () => {
  expect(shownColumns(columns, null)).toEqual(['name', 'unit'])
  expect(shownColumns(columns, '')).toEqual(['name', 'unit', 'phone'])
  expect(shownColumns(columns, 'name,unit,gone')).toEqual(['name', 'phone'])
})

test('clicks on a head lead up, down and back to the usual order', () => {
  const sort = { up: 'name', down: 'name-down' }
  expect(nextOrder(sort, undefined)).toBe('name')
  expect(nextOrder(sort, 'newest')).toBe('name')
  expect(nextOrder(sort, 'name')).toBe('name-down')
  expect(nextOrder(sort, 'name-down')).toBeUndefined()
})

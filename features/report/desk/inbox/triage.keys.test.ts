import { expect, test } from 'vitest'
import { columnOfKey, keyOfColumn, readTriageKey } from './triage.keys.ts'

const press = { modified: false, taken: false, onControl: false }

test('a letter is a deed, unless somebody types or a dialogue is open', () => {
  expect(readTriageKey({ ...press, key: 's' })).toBe('keep')
  expect(readTriageKey({ ...press, key: 's', modified: true })).toBeNull()
  expect(readTriageKey({ ...press, key: 's', taken: true })).toBeNull()
  expect(readTriageKey({ ...press, key: 'Enter', onControl: true })).toBeNull()
  expect(readTriageKey({ ...press, key: 'toString' })).toBeNull()
})

test('columns have digits, then letters, none twice', () => {
  const keys = Array.from({ length: 14 }, (_, at) => keyOfColumn(at))
  expect(new Set(keys).size).toBe(14)
  expect(keys.map(key => columnOfKey(key, 14))).toEqual(keys.map((_, at) => at))
  expect([columnOfKey('4', 3), columnOfKey('0', 3), columnOfKey('a', 9)]).toEqual([-1, -1, -1])
})

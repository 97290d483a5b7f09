import { expect, test } from 'vitest'
import { changeLines } from './change-lines.ts'
import { valueWords } from './value-words.ts'

test('codes are told in words, names stay as they are', () => {
  expect(valueWords('kind', 'city', 'zh')).toBe('市级')
  expect(valueWords('state', 'left', 'en')).toBe('left')
  expect(valueWords('name', 'city', 'zh')).toBe('city')
  expect(valueWords('kind', 'toString', 'zh')).toBe('toString')
})

test('a change is told field by field; what one side lacks is no value', () => {
  expect(changeLines({ name: '甲', code: null }, { name: '乙', order: 2 })).toEqual([
    { field: 'name', before: '甲', after: '乙' },
    { field: 'code', before: null, after: undefined },
    { field: 'order', before: undefined, after: 2 },
  ])
  expect(changeLines(null, null)).toEqual([])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choiceParam,
  dayParam,
  flagParam,
  integerParam,
  parseSearch,
  present,
  stringifySearch,
  textParam,
  uuidParam,
} from './search-params.ts'

describe('search parameters', () => {
  it('come back as they were written', () => {
    const values = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }))
    fc.assert(
      fc.property(values, search => {
        expect(parseSearch(stringifySearch(search))).toEqual({ ...search })
      }),
    )
  })

  it('leave out what has no value', () => {
    expect(stringifySearch({ q: '', page: undefined, year: null })).toBe('')
    expect(stringifySearch({ q: '洛阳', page: 2, published: false })).toBe(
      '?q=%E6%B4%9B%E9%98%B3&page=2&published=false',
    )
  })

  it('read text, whole numbers, choices and flags, and ignore the rest', () => {
    expect(textParam('  洛阳市  ', 10)).toBe('洛阳市')
    expect(textParam('abcdef', 3)).toBe('abc')
    expect(textParam('   ', 3)).toBeUndefined()
    expect(integerParam('12', 1, 20)).toBe(12)
    for (const bad of ['0', '21', '1.5', '1e1', '-3', 'x', '', undefined])
      expect(integerParam(bad, 1, 20)).toBeUndefined()
    expect(choiceParam('read', ['read', 'failed'])).toBe('read')
    expect(choiceParam('other', ['read', 'failed'])).toBeUndefined()
    expect(flagParam('true')).toBe(true)
    expect(flagParam('false')).toBe(false)
    expect(flagParam('1')).toBeUndefined()
    expect(present({ one: 1, two: undefined })).toEqual({ one: 1 })
  })

  it('read an id and a day of the calendar, and nothing that only looks like one', () => {
    const id = '0F1e2d3c-0000-4000-8000-00000000abcd'
    expect(uuidParam(id)).toBe(id)
    for (const bad of [id.slice(1), `${id}0`.slice(1), 'x', '', undefined])
      expect(uuidParam(bad)).toBeUndefined()
    expect(dayParam('2024-02-29')).toBe('2024-02-29')
    for (const bad of ['2025-02-29', '2026-13-01', '2026-1-1', '0000-01-01', 'x', undefined])
      expect(dayParam(bad)).toBeUndefined()
  })
})

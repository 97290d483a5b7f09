import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextDay } from '../clock/index.ts'
import { isRequestDay, isRequestId, storableInput } from './storable-input.ts'

test('of what a request says no text keeps what the database refuses, however deep it stands', () => {
  fc.assert(
    fc.property(fc.jsonValue({ depthSize: 'large', stringUnit: 'binary' }), value => {
      const kept = JSON.stringify(storableInput({ value: [value, 'a\0b\ud800'] }))
      expect(kept).toContain('"ab\ufffd"')
      expect(kept.replace(/"(?:[^"\\]|\\.)*":/g, '')).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/)
    }),
  )
  expect(storableInput({ text: '\\u0000', count: 1, none: null })).toEqual({
    ...{ text: '\\u0000', count: 1, none: null },
  })
})

test('a day has neighbours that are days of four digits too', () => {
  for (const day of ['1000-01-01', '2024-02-29', '9998-12-31']) {
    expect(isRequestDay(day), day).toBe(true)
    expect([nextDay(day, -1), nextDay(day)].join(' ')).toMatch(/^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/)
  }
  for (const day of ['0000-01-01', '0001-01-01', '0999-12-31', '9999-12-31', '2023-02-29', '2023-2-1'])
    expect(isRequestDay(day), day).toBe(false)
})

test('an id is plain: what is one by the standard alone would be refused by the database', () => {
  const id = '6F9619FF-8b86-d011-b42d-00cf4fc964ff'
  expect([isRequestId(id), isRequestId(`urn:uuid:${id}`), isRequestId(`{${id}}`)]).toEqual([
    true,
    false,
    false,
  ])
})

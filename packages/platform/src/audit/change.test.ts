import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeText } from './change.ts'

test('both sides say only what differs', () => {
  const before = { name: '甲科协', parts: { a: 1 }, order: 1 }
  const after = { name: '乙科协', parts: { a: 1 }, order: 1, code: '0102' }
  expect(changeText(before, after)).toEqual({
    before: '{"name":"甲科协"}',
    after: '{"name":"乙科协","code":"0102"}',
  })
  expect(changeText(null, { name: '甲' })).toEqual({ before: null, after: '{"name":"甲"}' })
  expect(changeText(null, null)).toEqual({ before: null, after: null })
})

test('of a secret it says that it changed, never what it was', () => {
  const before = { phone: '13800000000', people: [{ phoneSealed: 'abc', name: '甲' }] }
  const after = { phone: '13900000000', password: 'correct horse', people: [], mustChangePassword: true }
  expect(changeText(before, after)).toEqual({
    before: '{"phone":"•••","people":[{"phoneSealed":"•••","name":"甲"}]}',
    after: '{"phone":"•••","people":[],"password":"•••","mustChangePassword":true}',
  })
})

test('whatever a text holds, it is JSON the database keeps', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const { after } = changeText(null, { text })
      expect(after).not.toMatch(/\u0000|[^\\](\\\\)*\\u0000/)
      expect(after!.isWellFormed()).toBe(true)
      JSON.parse(after!)
    }),
  )
})

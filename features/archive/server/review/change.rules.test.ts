import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange, changeBetween, type Json } from './change.rules.ts'

const json = fc.jsonValue({ maxDepth: 4 }).map((value): Json => JSON.parse(JSON.stringify(value)))

test('the change between any two values leads from one to the other and back', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      const through = (change: unknown) => JSON.parse(JSON.stringify(change))
      expect(applyChange(before, through(changeBetween(before, after)))).toEqual(after)
      expect(applyChange(after, through(changeBetween(after, before)))).toEqual(before)
    }),
    { numRuns: 500 },
  )
})

test('lists of few different items, where beginnings and ends overlap', () => {
  const list = fc.array(fc.constantFrom<Json>(0, 1, { a: 0 }), { maxLength: 6 })
  fc.assert(
    fc.property(list, list, (before, after) => {
      expect(applyChange(before, changeBetween(before, after))).toEqual(after)
    }),
  )
})

test('equal values have no change; one new item of a long list is one item', () => {
  fc.assert(fc.property(json, value => changeBetween(value, structuredClone(value)) === null))
  const list = Array.from({ length: 100 }, (_, at) => ({ at, words: ['a', 'b'] }))
  const longer = [...list.slice(0, 50), { at: -1, words: [] }, ...list.slice(50)]
  expect(changeBetween(list, longer)).toEqual({ from: 50, remove: 0, insert: [{ at: -1, words: [] }] })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slotOrder } from './slot-order.ts'

test('those with a wish stand where they wish, the others fill the rest in their order', () => {
  const order = (before: string, wishes: Record<string, number>): string =>
    slotOrder([...before], new Map(Object.entries(wishes))).join('')
  expect(order('abc', {})).toBe('abc')
  expect(order('abc', { c: 0 })).toBe('cab')
  expect(order('abc', { a: 1 })).toBe('bac')
  expect(order('abc', { a: 9 })).toBe('bca')
  expect(order('abcd', { d: 0, c: 0 })).toBe('cdab')
})

test('nobody is lost, and the same wishes a second time change nothing', () => {
  const siblings = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 12 })
  const wishes = fc.dictionary(fc.integer({ min: 0, max: 30 }).map(String), fc.integer({ min: 0, max: 15 }))
  fc.assert(
    fc.property(siblings, wishes, (before, wished) => {
      const map = new Map(Object.entries(wished).filter(([id]) => before.includes(id)))
      const once = slotOrder(before, map)
      expect([...once].sort()).toEqual([...before].sort())
      expect(slotOrder(once, map)).toEqual(once)
    }),
  )
})

import { expect, test } from 'vitest'
import { maskPhone, readPhone } from './phone.rules.ts'

test.each([
  ['13800001234', '13800001234', '138****1234'],
  ['138 0000 1234', '13800001234', '138****1234'],
  ['１３８００００１２３４', '13800001234', '138****1234'],
  ['138-0000-1234', '138-0000-1234', '138****1234'],
  ['+86 138 0000 1234', '+8613800001234', '861******1234'],
  ['0379-60001234', '0379-60001234', '037*****1234'],
  ['（0379）60001234', '037960001234', '037*****1234'],
  ['0379—60001234 转 802', '0379-60001234转802', '037*****1234'],
  ['60001234', '60001234', '******34'],
  ['6000123', '6000123', '*****23'],
])('%s is written %s and shown as %s', (typed, kept, shown) => {
  expect(readPhone(typed)).toBe(kept)
  expect(maskPhone(kept)).toBe(shown)
})

test.each([
  '',
  ' ',
  '12',
  '138',
  '1380000123a',
  '13800001234;drop',
  '1'.repeat(25),
  '--------',
  '电话',
  '138\n\u0000',
])('%j is no number', text => expect(readPhone(text)).toBeNull())

test('a mask never shows more than seven digits, nor more than two thirds', () => {
  for (let length = 7; length <= 15; length++) {
    const phone = '123456789012345'.slice(0, length)
    const shown = maskPhone(phone).replaceAll('*', '').length
    expect(shown).toBeLessThanOrEqual(Math.min(7, Math.floor((length * 2) / 3)))
    expect(maskPhone(phone)).toHaveLength(length)
  }
})

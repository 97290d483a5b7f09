import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCode } from '../../contract/index.ts'
import { keyedHash, maskPhone, plainPhone } from './identity-of.ts'
import { makeCode } from './make-code.ts'

test('an identity is the same for the same person, and another in another contest, way or installation', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const hash = keyedHash('secret', 'a', 'phone', one)
      expect(hash).toHaveLength(32)
      expect(hash.equals(keyedHash('secret', 'a', 'phone', one))).toBe(true)
      expect(hash.equals(keyedHash('secret', 'a', 'phone', other))).toBe(one === other)
      expect(hash.equals(keyedHash('secret', 'b', 'phone', one))).toBe(false)
      expect(hash.equals(keyedHash('secret', 'a', 'code', one))).toBe(false)
      expect(hash.equals(keyedHash('other secret', 'a', 'phone', one))).toBe(false)
    }),
  )
})

test.each([
  '13800138000',
  ' 138 0013 8000',
  '+86 138-0013-8000',
  '008613800138000',
  '8613800138000',
  '１３８００１３８０００',
])('%s is one number', typed => expect(plainPhone(typed)).toBe('13800138000'))

test.each([
  '',
  '12800138000',
  '1380013800',
  '138001380001',
  '+1 138 0013 8000',
  'a13800138000',
  '13800138000;',
])('%j is no number', typed => expect(plainPhone(typed)).toBeNull())

test('a number is shown by its ends', () => expect(maskPhone('13800138000')).toBe('138****8000'))

test('codes are good ones, and ten thousand of them all different', () => {
  const codes = Array.from({ length: 10_000 }, () => makeCode(10))
  expect(codes.every(code => isCode(code, 10))).toBe(true)
  expect(new Set(codes).size).toBe(10_000)
})

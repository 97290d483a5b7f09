import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storableDay, storableInteger, storableText } from './index.ts'

test('text keeps everything but what the database refuses', () => {
  expect(storableText('甲\u0000乙\ud800丙\t\n')).toBe('甲乙\ufffd丙\t\n')
  expect(storableText(null)).toBeNull()
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const stored = storableText(text)
      expect(stored.isWellFormed()).toBe(true)
      expect(stored).not.toMatch(/\u0000/)
    }),
  )
})

test('only numbers that fit and days that exist', () => {
  expect([18, 0, 2 ** 31, 1.5, Number.NaN, null].map(storableInteger)).toEqual([
    18,
    0,
    null,
    null,
    null,
    null,
  ])
  expect(
    ['2021-08-20', '2021-02-30', '2024-02-29', '2021-13-01', '0000-01-01', '20 August', null].map(
      storableDay,
    ),
  ).toEqual(['2021-08-20', null, '2024-02-29', null, null, null, null])
})

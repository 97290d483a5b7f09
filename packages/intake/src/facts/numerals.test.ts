import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chineseNumber, scaleValue } from './numerals.ts'

/** Writes a number as an office would, the other way round than the reader reads it. */
function written(value: number): string {
  const digits = '零一二三四五六七八九'
  const section = (part: number): string => {
    let text = ''
    for (const [scale, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(part / scale) % 10
      if (digit > 0) text += digits[digit] + name
      else if (text !== '' && part % scale > 0 && !text.endsWith('零')) text += '零'
    }
    return text.replace(/^一十/u, '十')
  }
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  return (
    (high > 0 ? `${section(high)}万` : '') + (high > 0 && low > 0 && low < 1000 ? '零' : '') + section(low)
  )
}

it('reads what is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), value => {
      expect(chineseNumber(written(value))).toBe(value)
    }),
  )
})

it.each([
  ['十', 10],
  ['百', 100],
  ['两百', 200],
  ['一万两千', 12_000],
  ['一亿二千万', 120_000_000],
  ['二〇二一', 2021],
  ['一百二十万', 1_200_000],
  ['', 0],
])('%s', (text, value) => expect(chineseNumber(text)).toBe(value))

it('multiplies scales', () =>
  expect([scaleValue('万'), scaleValue('百万'), scaleValue('')]).toEqual([1e4, 1e6, 1]))

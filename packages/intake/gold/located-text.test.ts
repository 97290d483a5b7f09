import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locateText, occurrences, quoteOf, segmentsOf, squeeze } from './located-text.ts'

const phrase = fc.string({
  unit: fc.constantFrom(...'三月八日市科协举办讲座十二场'),
  minLength: 1,
  maxLength: 30,
})
const gap = fc.constantFrom('', '', ' ', '\n', '\n\n', '\u3000')

test('white space anywhere never moves a quote off its characters', () => {
  fc.assert(
    fc.property(phrase, fc.array(gap, { maxLength: 30 }), (text, gaps) => {
      const raw = [...text].map((character, i) => character + (gaps[i] ?? '')).join('')
      const located = locateText(raw, [])
      expect(located.text).toBe(text)
      const segments = segmentsOf(located, 0, text.length)
      expect(segments).toHaveLength(1)
      expect(squeeze(raw.slice(...segments[0]!))).toBe(text)
    }),
  )
})

test('a span breaks only where foreign text stands inside it', () => {
  const raw = '4月16日，在\n— 2 —\n县城举办 讲座\n三场'
  const located = locateText(raw, [[8, 13]])
  const [from] = occurrences(located, '在县城', 0, located.text.length)
  expect(quoteOf(located, from!, located.text.length)).toEqual({
    q: '在县城举办 讲座三场',
    at: [
      [6, 7],
      [14, raw.length],
    ],
  })
})

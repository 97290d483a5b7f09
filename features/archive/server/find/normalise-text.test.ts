import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseText, normaliseWithOffsets } from './normalise-text.ts'
import { textPairs, wordPairs } from './text-pairs.ts'

test.each([
  ['科普 講座', '科普讲座'],
  ['ＡＢＣ１２３，', 'abc123,'],
  ['第㈠届', '第(一)届'],
  ['e\u0301', 'é'],
  ['两\r\n行\u3000中\u200b间', '两行中间'],
  ['', ''],
])('%j becomes %j', (text, normal) => {
  expect(normaliseText(text)).toBe(normal)
})

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'科普講座縣㈠ ﬁＡ\n\u3000\u0301，“-👨‍👩‍👧'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
})

test('offsets lead back to what the characters were made of', () => {
  fc.assert(
    fc.property(text, raw => {
      const { text: normal, from, to } = normaliseWithOffsets(raw)
      expect(normal).toBe(normaliseText(raw))
      expect([from.length, to.length]).toEqual([normal.length, normal.length])
      for (let at = 0; at < normal.length; at++) {
        expect(normaliseText(raw.slice(from[at], to[at]))).toContain(normal[at])
        if (at > 0) expect(from[at]).toBeGreaterThanOrEqual(from[at - 1]!)
      }
    }),
  )
})

test('a text has all pairs of every word in it', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (raw, start, length) => {
      const normal = normaliseText(raw)
      const word = normal.slice(start % (normal.length + 1)).slice(0, (length % 8) + 1)
      const pairs = new Set(textPairs(normal))
      for (const pair of wordPairs(word)) expect(pairs).toContain(pair)
    }),
  )
})

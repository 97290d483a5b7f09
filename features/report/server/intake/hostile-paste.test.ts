import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from './reporting.fixture.ts'

test('whatever is pasted: no throw, spans within the text, nothing but text in the body', () => {
  const pieces = [
    '<p>',
    '</p>',
    '<script>',
    '11月5日',
    '我会',
    '举办',
    '讲座',
    '120人',
    '。',
    '\n',
    '“',
    '（',
    '：',
    '\u0000',
    '<',
    '科协',
  ]
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(text, pasted => {
      const { title, body, days, place, type, units, figures } = read(pasted)
      expect(body.isWellFormed()).toBe(true)
      expect(body).not.toMatch(/[\u0000-\u0008\u202e\ufffd]|<script|<\/p>/)
      const marks = [title, days, place, type, ...units, ...figures]
      for (const { from, to, in: where } of marks.flatMap(mark => mark?.spans ?? [])) {
        const words = where === 'title' ? (title?.text ?? '') : body
        expect(from).toBeLessThan(to)
        expect(to).toBeLessThanOrEqual(words.length)
      }
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginning, findMarks, findPassages } from './highlight.ts'
import { normaliseText } from './normalise-text.ts'
import { parseSearch } from './search-query.ts'

test.each<[string, string[], [number, number][]]>([
  [
    '科普 講座，科普讲座',
    ['科普讲座'],
    [
      [0, 5],
      [6, 10],
    ],
  ],
  ['ＡＢ㈠', ['(一)'], [[2, 3]]],
  ['科科科', ['科科'], [[0, 3]]],
  ['无', [], []],
])('in %j the words %j are marked', (text, forms, marks) => {
  expect(findMarks(text, forms)).toEqual(marks)
})

test('whatever piece of a text is looked for, the mark holds it', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'科普講 ＡㄧⅣ\n，%👧\u0301'),
    minLength: 1,
    maxLength: 80,
  })
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 6 }), (raw, start, length) => {
      const normal = normaliseText(raw)
      const piece = normal.slice(start % (normal.length + 1)).slice(0, length)
      if (!piece) return
      const marks = findMarks(raw, [piece])
      expect(marks.some(([from, to]) => normaliseText(raw.slice(from, to)).includes(piece))).toBe(true)
      for (const passage of findPassages([raw], [piece])) {
        expect(raw).toContain(passage.text)
        expect(passage.marks.length).toBeGreaterThan(0)
      }
    }),
  )
})

test('passages are three at most, short, and never cut a character', () => {
  const long = `${'👧'.repeat(100)}科普${'👧'.repeat(100)}`.repeat(5)
  const passages = findPassages([long], ['科普'])
  expect(passages).toHaveLength(3)
  for (const { text } of passages) {
    expect(text.isWellFormed()).toBe(true)
    expect(text.length).toBeLessThan(70)
  }
})

test('neither a passage nor a beginning ends in the middle of a number', () => {
  const text = `${'甲'.repeat(58)}2100名师生参加`
  expect(beginning(text)).toBe('甲'.repeat(58))
  expect(findPassages([text], ['甲甲'])[0]?.text).toBe('甲'.repeat(58))
  expect(findPassages([`甲${text}`], ['21'])[0]?.text).toContain('2100名')
})

test('a brief begins behind its bullet', () => {
  expect(beginning('●6月9日，甲县科协开展义诊。')).toBe('6月9日，甲县科协开展义诊。')
})

test.each([
  ['洛阳 科普', ['洛阳', '科普'], []],
  ['“洛阳 科普”', ['洛阳科普'], []],
  ['"洛阳', ['洛阳'], []],
  ['洛阳 -科普 －讲座', ['洛阳'], ['科普', '讲座']],
  ['2021-05', ['2021-05'], []],
  ['- “” 　', ['-'], []],
])('%j is read as its words', (q, must, not) => {
  const parsed = parseSearch(q)
  expect(parsed.must.map(word => word.forms[0])).toEqual(must)
  expect(parsed.not).toEqual(not)
})

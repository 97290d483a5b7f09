import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseText } from './normalise-text.ts'
import { articleMarks, divisionMark, rangeMarks, textPairs, wordPairs } from './text-pairs.ts'

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test('a text that contains a word has all pairs of the word', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, word, after) => {
      const form = normaliseText(word)
      const pairs = textPairs(normaliseText(before) + form + normaliseText(after))
      expect(wordPairs(form).filter(pair => !pairs.includes(pair))).toEqual([])
    }),
  )
})

test('an article of a day between two others has one of the marks of the range', () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 3, maxLength: 3 }), days => {
      const [from, middle, to] = days.sort() as [string, string, string]
      const range = rangeMarks(from, to)
      if (range.length) expect(articleMarks(middle, []).some(mark => range.includes(mark))).toBe(true)
    }),
  )
})

test('the marks of a range leave out the months or years outside', () => {
  const marks = articleMarks('2021-08-20', [])
  const meets = (from: string, to: string) => rangeMarks(from, to).some(mark => marks.includes(mark))
  expect(meets('2021-08-01', '2021-08-31')).toBe(true)
  expect(meets('2021-06-01', '2021-07-31')).toBe(false)
  expect(meets('2012-01-01', '2020-12-31')).toBe(false)
  expect(rangeMarks('2021-09-02', '2021-08-01')).toEqual([])
})

test('every division above a unit marks the article; what only begins alike does not', () => {
  const marks = articleMarks(null, ['41/03/24/城关学会'])
  for (const path of ['41/', '41/03/', '41/03/24/']) expect(marks).toContain(divisionMark(path))
  expect(marks).toHaveLength(3)
})

test('no mark is the pair or the character of a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), day, fc.string(), (text, on, name) => {
      const pairs = new Set(textPairs(normaliseText(text)))
      expect(articleMarks(on, [`${name}/`], name).filter(mark => pairs.has(mark))).toEqual([])
    }),
  )
})

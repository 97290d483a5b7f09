import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openingWords } from './opening-words.ts'

test.each([
  ['青禾市科协举办科普讲座。120人参加。', '青禾市科协举办科普讲座'],
  [
    '5月10日，青禾市科协在市科技馆举办科普讲座，120人参加。',
    '5月10日，青禾市科协在市科技馆举办科普讲座，120人参加',
  ],
  [
    '5月10日，青禾市科协联合市教育局、市卫生健康委员会在市科技馆举办科普讲座，来自全市12个县区的120名科技辅导员参加。',
    '5月10日，青禾市科协联合市教育局、市卫生健康委员会在市科技馆举办科普…',
  ],
  [
    '青禾市科协在市科技馆举办科普讲座，邀请三位专家讲解，来自全市12个县区的120名科技辅导员参加。',
    '青禾市科协在市科技馆举办科普讲座，邀请三位专家讲解…',
  ],
  ['● 青禾市科协举办科普讲座。', '青禾市科协举办科普讲座'],
  ['', ''],
])('%s', (paragraph, words) => {
  expect(openingWords(paragraph)).toBe(words)
})

test('never longer than two lines, always a part of it, no half of a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), paragraph => {
      const words = openingWords(paragraph)
      expect([...words].length).toBeLessThanOrEqual(36)
      expect(words.isWellFormed()).toBe(true)
      expect(paragraph).toContain(words.replace(/…$/, ''))
    }),
  )
})

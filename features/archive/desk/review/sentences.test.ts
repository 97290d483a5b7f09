import { expect, it } from 'vitest'
import { likelySplit, sentenceStarts } from './sentences.ts'

it('finds where sentences begin, closing quotes with the sentence they close', () => {
  expect(sentenceStarts('甲说：“好。”乙来了！丙走了')).toEqual([7, 11])
  expect(sentenceStarts('只有一句。')).toEqual([])
  expect(sentenceStarts('')).toEqual([])
})

it('parts at the cursor, else before the sentence nearest to the middle', () => {
  const text = '一。二二二。三三。'
  expect(likelySplit(text, 3)).toBe(3)
  expect(likelySplit(text, 0)).toBe(6)
  expect(likelySplit(text, text.length)).toBe(6)
  expect(likelySplit(text, null)).toBe(6)
  expect(likelySplit('只有一句', null)).toBeNull()
})

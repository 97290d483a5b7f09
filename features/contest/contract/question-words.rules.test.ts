import { expect, test } from 'vitest'
import { questionBounds, wordsOfQuestion } from './question-words.rules.ts'

const asked = questionBounds.few

test('a question is easy, hard, weak or turned round by its bounds, the bounds included', () => {
  expect(wordsOfQuestion({ asked, rate: 0.9, discrimination: 0.4 })).toEqual(['easy'])
  expect(wordsOfQuestion({ asked, rate: 0.899, discrimination: 0.2 })).toEqual([])
  expect(wordsOfQuestion({ asked, rate: 0.3, discrimination: 0.199 })).toEqual(['weak'])
  expect(wordsOfQuestion({ asked, rate: 0.299, discrimination: 0 })).toEqual(['hard', 'weak'])
  expect(wordsOfQuestion({ asked, rate: 0.5, discrimination: -0.001 })).toEqual(['reversed'])
})

test('of few answers, or none, nothing else is said', () => {
  expect(wordsOfQuestion({ asked: asked - 1, rate: 1, discrimination: -1 })).toEqual(['few'])
  expect(wordsOfQuestion({ asked: 0, rate: null, discrimination: null })).toEqual(['few'])
  expect(wordsOfQuestion({ asked, rate: 0.5, discrimination: null })).toEqual([])
})

import { expect, test } from 'vitest'
import type { QuestionWords } from '../../contract/index.ts'
import { noValues, valuesOf, wordsOf } from './question-values.ts'

const words = { stem: '题', category: '', difficulty: 'easy', explanation: '', source: '' } as const
const questions: QuestionWords[] = [
  { ...words, type: 'true-false', options: ['对', '错'], answer: [1] },
  { ...words, type: 'single', options: ['甲', '乙'], answer: [1] },
  { ...words, type: 'multiple', options: ['甲', '乙', '丙'], answer: [0, 2] },
  { ...words, type: 'fill-in', options: [], answer: [['一', '1'], ['二']] },
]

test('what a form takes in it gives back', () => {
  for (const question of questions) expect(wordsOf(valuesOf(question))).toEqual(question)
})

test('a fresh form has room for four options, and sends none that is empty at the end', () => {
  expect(wordsOf({ ...noValues, options: ['甲', ' 乙 ', '', ''], right: [1, 0] })).toMatchObject({
    options: ['甲', '乙'],
    answer: [0, 1],
  })
  expect(wordsOf({ ...noValues, options: ['甲', '', '丙', ''] }).options).toEqual(['甲', '', '丙'])
})

/** Marks and points, walked through every answer there can be. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DrawnPaper } from './draw-paper.ts'
import { type GradedQuestion, gradePaper, markAnswer, placeAnswers } from './grade.ts'

const places = [0, 1, 2, 3]
/** Every set of four places. */
const sets = Array.from({ length: 16 }, (_, bits) => places.filter(place => bits & (1 << place)))
const choice = (type: GradedQuestion['type'], right: readonly number[]): GradedQuestion => ({
  type,
  optionCount: 4,
  right,
  withdrawn: false,
})

describe('a choice', () => {
  test('of one is right for the right place alone', () => {
    for (const right of places)
      for (const chosen of [[], ...places.map(place => [place])])
        expect(markAnswer(choice('single', [right]), chosen, 'half')).toBe(
          chosen.length === 0 ? '-' : chosen[0] === right ? '1' : '0',
        )
  })

  test('of several is right for exactly those, and half for some of them and no other', () => {
    for (const right of sets.filter(set => set.length > 1))
      for (const chosen of sets) {
        const some = chosen.length > 0 && chosen.every(place => right.includes(place))
        const all = some && chosen.length === right.length
        const none = chosen.length === 0 ? '-' : '0'
        const question = choice('multiple', right)
        expect(markAnswer(question, chosen, 'half')).toBe(all ? '1' : some ? 'h' : none)
        expect(markAnswer(question, chosen, 'none')).toBe(all ? '1' : none)
      }
  })
})

test('words count whatever their width, case and blanks, in each blank', () => {
  const question: GradedQuestion = {
    type: 'fill-in',
    optionCount: 0,
    right: [['科学家精神', 'ai'], ['1921']],
    withdrawn: false,
  }
  const marks = (words: string[]) => markAnswer(question, words, 'half')
  expect(marks(['科学家精神', '1921'])).toBe('1')
  expect(marks([' ＡＩ ', '１９２１。'])).toBe('1')
  expect(marks(['科学家精神'])).toBe('0')
  expect(marks(['1921', '科学家精神'])).toBe('0')
  expect(marks(['', ''])).toBe('-')
})

test('answers as shown are put back to where the questions have them', () => {
  const paper: DrawnPaper = { questions: [7, 8], orders: [[2, 0, 3, 1], []], points: [3, 5] }
  const questions = new Map<number, GradedQuestion>([
    [7, choice('multiple', [0, 2])],
    [8, { type: 'fill-in', optionCount: 0, right: [['甲']], withdrawn: false }],
  ])
  expect(placeAnswers(paper, questions, [[1, 0], [' 甲 ']])).toEqual([[0, 2], ['甲']])
  const chosen = placeAnswers(paper, questions, [[0], []])
  expect(gradePaper(paper, questions, chosen, { partly: 'half', withdrawn: 'award' })).toEqual({
    score: 1,
    rightCount: 0,
    marks: 'h-',
  })
  const gone = new Map(questions).set(7, { ...questions.get(7)!, withdrawn: true })
  expect(gradePaper(paper, gone, [[], []], { partly: 'none', withdrawn: 'award' })).toMatchObject({
    score: 3,
    marks: '1-',
  })
  expect(gradePaper(paper, gone, [[0, 2], ['甲']], { partly: 'none', withdrawn: 'drop' })).toMatchObject({
    score: 5,
    marks: '-1',
  })
  expect(gradePaper(paper, questions, [[0, 2], ['甲']], { partly: 'none', withdrawn: 'drop' }, true)).toEqual(
    {
      score: 0,
      rightCount: 0,
      marks: '--',
    },
  )
})

test('whatever is sent, points lie between nothing and all', () => {
  const given = fc.array(
    fc.oneof(
      fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 8 }),
      fc.array(fc.string(), { maxLength: 5 }),
    ),
    { minLength: 2, maxLength: 2 },
  )
  const paper: DrawnPaper = {
    questions: [1, 2],
    orders: [
      [1, 0, 2, 3],
      [3, 2, 1, 0],
    ],
    points: [4, 7],
  }
  const questions = new Map([
    [1, choice('single', [1])],
    [2, choice('multiple', [0, 3])],
  ])
  fc.assert(
    fc.property(given, answers => {
      try {
        const chosen = placeAnswers(paper, questions, answers)
        const { score } = gradePaper(paper, questions, chosen, { partly: 'half', withdrawn: 'award' })
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(11)
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-request' })
      }
    }),
    { numRuns: 2000 },
  )
})

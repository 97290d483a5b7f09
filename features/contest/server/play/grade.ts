import { Problem } from '@jianbao/errors'
import { type ContestRules, type GivenAnswer, plainAnswer, type QuestionType } from '../../contract/index.ts'
import type { DrawnPaper } from './draw-paper.ts'

/** What grading knows of a frozen question. */
export type GradedQuestion = {
  readonly type: QuestionType
  readonly optionCount: number
  /** Places that are right, rising; for a fill-in the wordings of each blank as `plainAnswer` has them. */
  readonly right: readonly number[] | readonly (readonly string[])[]
  readonly withdrawn: boolean
}

/** 1 right, 0 wrong, h half, - left out */
export type Mark = '1' | '0' | 'h' | '-'
/** By the question's own options: places rising, or a text for each blank. */
export type ChosenAnswer = readonly number[] | readonly string[]
export type Grading = {
  readonly score: number
  readonly rightCount: number
  readonly marks: string
}

/**
 * Answers as they were shown, put back to the places the frozen questions have them at. Throws Problem `bad-request` for
 * places that were not shown, several of a single choice, words where places belong, or another number of answers.
 */
export function placeAnswers(
  paper: DrawnPaper,
  questions: ReadonlyMap<number, GradedQuestion>,
  given: readonly GivenAnswer[],
): ChosenAnswer[] {
  if (given.length !== paper.questions.length) throw bad('another number of answers')
  return given.map((answer, at) => {
    const question = questions.get(paper.questions[at]!)!
    if (question.type === 'fill-in') {
      const words = answer.filter(each => typeof each === 'string')
      if (words.length < answer.length || words.length > question.right.length) throw bad('words')
      return words.map(each => each.trim())
    }
    const order = paper.orders[at]!
    const places = answer.map(each => {
      const place = typeof each === 'number' ? order[each] : undefined
      if (place === undefined) throw bad('a place that was not shown')
      return place
    })
    if (new Set(places).size < places.length) throw bad('a place twice')
    if (question.type !== 'multiple' && places.length > 1) throw bad('several places')
    return places.sort((one, other) => one - other)
  })
}

const bad = (reason: string): Problem => new Problem('bad-request', { reason })

/** Marks one answer, as the question's rule has it. */
export function markAnswer(
  question: GradedQuestion,
  chosen: ChosenAnswer,
  partly: ContestRules['partly'],
): Mark {
  const { type, right } = question
  if (type === 'fill-in') {
    if (!chosen.some(words => words !== '')) return '-'
    const all = (right as readonly (readonly string[])[]).every((wordings, blank) =>
      wordings.includes(plainAnswer(String(chosen[blank] ?? ''))),
    )
    return all ? '1' : '0'
  }
  if (!chosen.length) return '-'
  const wanted = right as readonly number[]
  if ((chosen as readonly number[]).some(place => !wanted.includes(place))) return '0'
  if (chosen.length === wanted.length) return '1'
  return type === 'multiple' && partly === 'half' ? 'h' : '0'
}

/**
 * Points of a paper. Half of an odd number is rounded down. A withdrawn question is right for everybody under the rule
 * `award`, whatever was chosen, and counts for nobody under `drop`. Late papers have nothing right.
 */
export function gradePaper(
  paper: DrawnPaper,
  questions: ReadonlyMap<number, GradedQuestion>,
  chosen: readonly ChosenAnswer[],
  { partly, withdrawn }: Pick<ContestRules, 'partly' | 'withdrawn'>,
  late = false,
): Grading {
  let score = 0
  let rightCount = 0
  let marks = ''
  for (const [at, no] of paper.questions.entries()) {
    const question = questions.get(no)!
    const mark = late ? '-' : markUnder(question, chosen[at]!, partly, withdrawn)
    marks += mark
    if (mark === '1') rightCount++
    score += mark === '1' ? paper.points[at]! : mark === 'h' ? Math.floor(paper.points[at]! / 2) : 0
  }
  return { score, rightCount, marks }
}

function markUnder(
  question: GradedQuestion,
  chosen: ChosenAnswer,
  partly: ContestRules['partly'],
  withdrawn: ContestRules['withdrawn'],
): Mark {
  if (!question.withdrawn) return markAnswer(question, chosen, partly)
  return withdrawn === 'award' ? '1' : '-'
}

/** What questions were like, from papers drawn again and what was chosen on them. Pure. */
import type { ContestRules } from '../../contract/index.ts'
import type { DrawnPaper } from '../play/draw-paper.ts'
import { type ChosenAnswer, type GradedQuestion, gradePaper } from '../play/grade.ts'

export type QuestionSums = {
  asked: number
  correct: number
  restSum: number
  restSquareSum: number
  restSumCorrect: number
  readonly chosen: number[]
}

/** Questions as they were asked: what became of one later does not change what it was like. */
export const asAsked = (graded: ReadonlyMap<number, GradedQuestion>): ReadonlyMap<number, GradedQuestion> =>
  new Map([...graded].map(([no, question]) => [no, { ...question, withdrawn: false }]))

const nothingOf = (optionCount: number): QuestionSums => ({
  ...{ asked: 0, correct: 0, restSum: 0, restSquareSum: 0, restSumCorrect: 0 },
  chosen: new Array<number>(optionCount).fill(0),
})

/** Adds one paper to the sums of its questions, or with `sign` -1 takes it out. */
export function addPaper(
  sums: Map<number, QuestionSums>,
  paper: DrawnPaper,
  questions: ReadonlyMap<number, GradedQuestion>,
  chosen: readonly ChosenAnswer[],
  rules: Pick<ContestRules, 'partly' | 'withdrawn'>,
  sign = 1,
): void {
  const { score, marks } = gradePaper(paper, questions, chosen, rules)
  for (const [at, no] of paper.questions.entries()) {
    const question = questions.get(no)!
    const its = sums.get(no) ?? nothingOf(question.optionCount)
    sums.set(no, its)
    const mark = marks[at]
    const points = paper.points[at]!
    const rest = score - (mark === '1' ? points : mark === 'h' ? Math.floor(points / 2) : 0)
    its.asked += sign
    its.restSum += sign * rest
    its.restSquareSum += sign * rest * rest
    if (mark === '1') {
      its.correct += sign
      its.restSumCorrect += sign * rest
    }
    for (const place of chosen[at]!)
      if (typeof place === 'number' && place in its.chosen) its.chosen[place]! += sign
  }
}

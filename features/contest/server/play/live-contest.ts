import { createSecretKey, type KeyObject } from 'node:crypto'
import {
  blanksOf,
  type ContestRules,
  type ContestState,
  type Difficulty,
  fullScore,
  plainAnswer,
  type QuestionType,
  questionsOf,
  type RightAnswer,
  secondsOf,
} from '../../contract/index.ts'
import { canDraw, type Draw, type DrawQuestion, prepareDraw } from './draw-paper.ts'
import type { GradedQuestion } from './grade.ts'
import { tokenKeyOf } from './token.ts'

/** A frozen question as it lies in the database. */
export type FrozenQuestion = {
  readonly no: number
  readonly type: QuestionType
  readonly stem: string
  readonly options: readonly string[]
  readonly answer: RightAnswer
  readonly category: string
  readonly difficulty: Difficulty
  readonly explanation: string
  readonly source: string
  readonly pictureId: string | null
  readonly withdrawnNo: number | null
}

export type LiveUnit = { readonly no: number; readonly name: string; readonly cityNo: number }

/** A contest and all that play needs of it, kept in memory by every process. */
export type LiveContest = {
  readonly id: string
  readonly no: number
  readonly slug: string
  readonly title: string
  readonly about: string
  readonly unitName: string
  readonly state: ContestState
  readonly run: number
  readonly revision: number
  readonly closedAt: number | null
  readonly keyCommitment: string | null
  readonly rules: ContestRules
  readonly key: KeyObject
  readonly tokenKey: KeyObject
  readonly questions: ReadonlyMap<number, FrozenQuestion>
  readonly graded: ReadonlyMap<number, GradedQuestion>
  /** Each question as a paper carries it, JSON in UTF-8 with a comma behind it: made once. */
  readonly asked: ReadonlyMap<number, Buffer>
  /** Hashes of the pictures its questions show. */
  readonly pictures: ReadonlySet<string>
  readonly units: ReadonlyMap<number, LiveUnit>
  /** Questions withdrawn so far that papers do without. */
  readonly withdrawn: number
  /** Questions withdrawn so far: what grading knows of. */
  readonly withdrawals: number
  /** The draw as it was after so many withdrawals. */
  readonly drawAfter: (withdrawn: number) => Draw
  readonly limitMs: number | null
  readonly fullScore: number
  readonly questionCount: number
}

export type ContestFacts = Omit<
  LiveContest,
  | 'key'
  | 'tokenKey'
  | 'questions'
  | 'graded'
  | 'asked'
  | 'pictures'
  | 'units'
  | 'withdrawn'
  | 'withdrawals'
  | 'drawAfter'
  | 'limitMs'
  | 'fullScore'
  | 'questionCount'
>

/** Makes a contest ready for play. `key`: the contest's key, 64 hexadecimal digits. */
export function prepareContest(
  facts: ContestFacts,
  key: string,
  secret: string,
  frozen: readonly FrozenQuestion[],
  units: readonly LiveUnit[],
): LiveContest {
  const { rules } = facts
  const drawn = frozen.map(toDrawQuestion)
  const draws = new Map<number, Draw>()
  const drawAfter = (withdrawn: number): Draw => {
    const known = draws.get(withdrawn)
    if (known) return known
    const draw = prepareDraw(rules.draw, drawn, withdrawn)
    draws.set(withdrawn, draw)
    return draw
  }
  const seconds = secondsOf(rules)
  return {
    ...facts,
    key: createSecretKey(Buffer.from(key, 'hex')),
    tokenKey: tokenKeyOf(secret, facts.id),
    questions: new Map(frozen.map(question => [question.no, question])),
    graded: new Map(frozen.map(question => [question.no, toGraded(question)])),
    asked: new Map(
      frozen.map(question => [question.no, Buffer.from(`${JSON.stringify(toAsked(question))},`)]),
    ),
    pictures: new Set(frozen.flatMap(({ pictureId }) => pictureId ?? [])),
    units: new Map(units.map(unit => [unit.no, unit])),
    withdrawn: withdrawalsInForce(frozen, drawAfter),
    withdrawals: lastWithdrawal(frozen),
    drawAfter,
    limitMs: seconds === null ? null : seconds * 1000,
    fullScore: fullScore(rules),
    questionCount: questionsOf(rules),
  }
}

/** A withdrawal after which no paper could be drawn leaves papers as they were; its question counts by the rule alone. */
function withdrawalsInForce(
  frozen: readonly FrozenQuestion[],
  drawAfter: (withdrawn: number) => Draw,
): number {
  let last = lastWithdrawal(frozen)
  while (last > 0 && !canDraw(drawAfter(last))) last--
  return last
}

const lastWithdrawal = (frozen: readonly FrozenQuestion[]): number =>
  Math.max(0, ...frozen.map(({ withdrawnNo }) => withdrawnNo ?? 0))

export const toDrawQuestion = ({
  no,
  type,
  category,
  difficulty,
  options,
  withdrawnNo,
}: FrozenQuestion): DrawQuestion => ({
  no,
  type,
  category,
  difficulty,
  optionCount: options.length,
  withdrawn: withdrawnNo,
})

export const toGraded = ({ type, options, answer, withdrawnNo }: FrozenQuestion): GradedQuestion => ({
  type,
  optionCount: options.length,
  right:
    type === 'fill-in'
      ? (answer as readonly (readonly string[])[]).map(wordings => wordings.map(plainAnswer))
      : [...new Set(answer as readonly number[])].sort((one, other) => one - other),
  withdrawn: withdrawnNo !== null,
})

const toAsked = ({ no, type, stem, options, pictureId }: FrozenQuestion) => ({
  no,
  type,
  stem,
  options,
  blanks: type === 'fill-in' ? Math.max(1, blanksOf(stem)) : 0,
  picture: pictureId,
})

/** Questions as a bank keeps them. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })

/** 判断, 单选, 多选, 填空 */
export const questionTypes = ['true-false', 'single', 'multiple', 'fill-in'] as const
export type QuestionType = (typeof questionTypes)[number]

/** 易, 中, 难 */
export const difficulties = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof difficulties)[number]

export const mostOptions = 8
export const mostBlanks = 5
/** Ways to write the right words of one blank. */
export const mostWordings = 10

const Words = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' })
/** In files wordings stand beside each other with ； between them, and blanks with |. */
const Wording = Type.String({
  minLength: 1,
  maxLength: 60,
  pattern: '^[^;；|｜\\n]*[^;；|｜\\s][^;；|｜\\n]*$',
})

/**
 * What is right. true-false: `[0]` 对 or `[1]` 错 of the options 对, 错. single: one place of its options, multiple: two or
 * more, rising. fill-in: for each blank the wordings that count (compared by `plainAnswer`); such a question has no options.
 */
export const RightAnswer = Type.Union([
  Type.Array(Type.Integer({ minimum: 0, maximum: mostOptions - 1 }), { maxItems: mostOptions }),
  Type.Array(Type.Array(Wording, { minItems: 1, maxItems: mostWordings }), {
    minItems: 1,
    maxItems: mostBlanks,
  }),
])
export type RightAnswer = Static<typeof RightAnswer>

const content = {
  type: Type.Enum(questionTypes),
  /** Of a fill-in question each blank is written （　） or ____. */
  stem: Words(1000),
  options: Type.Array(Words(300), { maxItems: mostOptions }),
  answer: RightAnswer,
  category: Type.String({ maxLength: 40 }),
  difficulty: Type.Enum(difficulties),
  explanation: Type.String({ maxLength: 2000 }),
  /** Where it is taken from: 《…》第几条. */
  source: Type.String({ maxLength: 200 }),
}

/** A question as somebody writes it; whether it can be answered is for `questionFaults`. */
export const QuestionDraft = Type.Object(
  { ...content, pictureId: Type.Optional(Nullable(Type.String({ pattern: '^[0-9a-f]{64}$' }))) },
  closed,
)
export type QuestionDraft = Static<typeof QuestionDraft>

/** 待审, 已审, 停用 */
export const questionStates = ['draft', 'approved', 'retired'] as const
export type QuestionState = (typeof questionStates)[number]

export const Question = Type.Object(
  {
    id: Id,
    bankId: Id,
    ...content,
    pictureId: Nullable(Type.String()),
    state: Type.Enum(questionStates),
    version: Type.Integer({ minimum: 0 }),
    writtenName: Type.String(),
    reviewedName: Nullable(Type.String()),
    updatedAt: Type.String({ format: 'date-time' }),
    actions: Type.Array(Type.String()),
  },
  closed,
)
export type Question = Static<typeof Question>

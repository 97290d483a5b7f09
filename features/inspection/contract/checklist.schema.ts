/** What is asked at every stop of a tour, and what an answer to it looks like. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })

export const questionKinds = ['yes-no', 'choice', 'figure', 'words'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const mostQuestions = 100

export const Question = Type.Object(
  {
    id: Id,
    kind: Type.Enum(questionKinds),
    text: Type.String({ minLength: 2, maxLength: 300, pattern: '\\S\\s*\\S' }),
    /** Of a choice. */
    options: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 12, uniqueItems: true }),
    /** Of a figure: 人, 场. */
    measure: Type.String({ maxLength: 20 }),
    /** Of yes or no: a no is a finding (否即为问题). */
    noIsFinding: Type.Boolean(),
  },
  closed,
)
export type Question = Static<typeof Question>
export const Checklist = Type.Array(Question, { maxItems: mostQuestions })

/** `yes` or `no`, one of the options, a figure, words. */
export const AnswerValue = Type.Union([
  Type.String({ minLength: 1, maxLength: 2000 }),
  Type.Number({ minimum: -1e12, maximum: 1e12 }),
])
export type AnswerValue = Static<typeof AnswerValue>

/** Whether a value answers a question. */
export function fits({ kind, options }: Question, value: AnswerValue): boolean {
  if (kind === 'figure') return typeof value === 'number' && Number.isFinite(value)
  if (typeof value !== 'string' || value.trim() === '') return false
  if (kind === 'yes-no') return value === 'yes' || value === 'no'
  return kind === 'words' || options.includes(value)
}

/** Why a checklist cannot be used, by question; null when it can. */
export function checklistFault(questions: readonly Question[]): { text: string; reason: string } | null {
  const seen = new Set<string>()
  for (const { id, kind, options, text } of questions) {
    if (seen.has(id.toLowerCase())) return { text, reason: '与另一题编号相同' }
    seen.add(id.toLowerCase())
    if (kind === 'choice' && options.length < 2) return { text, reason: '选择题至少要有两个选项' }
  }
  return null
}

/** Questions whose no is a finding, were answered no, and have none: the check cannot end with them. */
export function lackingFindings(
  questions: readonly Question[],
  answers: readonly { readonly questionId: string; readonly value: AnswerValue }[],
  findings: readonly { readonly questionId: string | null }[],
): Question[] {
  const found = new Set(findings.map(({ questionId }) => questionId))
  const no = new Set(answers.filter(({ value }) => value === 'no').map(({ questionId }) => questionId))
  return questions.filter(({ id, noIsFinding }) => noIsFinding && no.has(id) && !found.has(id))
}

/** The id of the finding that a question brings at a stop: two devices that write it name the same. */
export function findingIdOf(stopId: string, questionId: string): string {
  const digits = (id: string): string => id.replaceAll('-', '')
  const [one, other] = [digits(stopId), digits(questionId)]
  const mixed = [...one].map((digit, at) =>
    (Number.parseInt(digit, 16) ^ Number.parseInt(other[at]!, 16)).toString(16),
  )
  mixed[12] = '8'
  mixed[16] = '8'
  const hex = mixed.join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** What a form of a question holds, and what is sent of it. */
import type { Question, QuestionType, QuestionWords } from '../../contract/index.ts'

export type QuestionValues = {
  readonly type: QuestionType
  readonly stem: string
  readonly options: readonly string[]
  /** Places of right options; of a true-false question 0 对 or 1 错. */
  readonly right: readonly number[]
  /** Wordings of each blank. */
  readonly blanks: readonly (readonly string[])[]
  readonly category: string
  readonly difficulty: Question['difficulty']
  readonly explanation: string
  readonly source: string
}

export const noValues: QuestionValues = {
  type: 'single',
  stem: '',
  options: ['', '', '', ''],
  right: [],
  blanks: [[]],
  category: '',
  difficulty: 'medium',
  explanation: '',
  source: '',
}

export function valuesOf(question: QuestionWords): QuestionValues {
  const { type, answer, options, stem, category, difficulty, explanation, source } = question
  const rest = { type, stem, category, difficulty, explanation, source }
  if (type === 'fill-in')
    return { ...noValues, ...rest, blanks: answer.map(blank => (Array.isArray(blank) ? blank : [])) }
  const right = answer.map(Number)
  return { ...noValues, ...rest, right, ...(type === 'true-false' ? {} : { options }) }
}

/** Empty options at the end are none; one in between is a fault of its own. */
export function wordsOf({ right, blanks, options, ...words }: QuestionValues): QuestionWords {
  if (words.type === 'fill-in')
    return {
      ...words,
      options: [],
      answer: blanks.map(blank => blank.map(each => each.trim()).filter(Boolean)),
    }
  if (words.type === 'true-false') return { ...words, options: ['对', '错'], answer: right.slice(0, 1) }
  const kept = options.map(option => option.trim())
  while (kept.length && !kept.at(-1)) kept.pop()
  return { ...words, options: kept, answer: right.toSorted((a, b) => a - b) }
}

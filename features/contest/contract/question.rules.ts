import type { QuestionDraft, QuestionType } from './question.schema.ts'

/** Options of a true-false question, in this order. */
export const trueFalseOptions = ['对', '错'] as const

export type QuestionFault =
  | 'no-right-answer'
  | 'several-right-answers'
  | 'one-right-answer'
  | 'answer-beyond-options'
  | 'too-few-options'
  | 'same-option-twice'
  | 'options-of-fill-in'
  | 'blanks-and-answers-differ'

const fewestOptions: Record<QuestionType, number> = { 'true-false': 2, single: 2, multiple: 2, 'fill-in': 0 }

/** Blanks of a fill-in stem: brackets with nothing but blanks in them, or a line. */
export const blanksOf = (stem: string): number => stem.match(/[（(][\s　]*[）)]|_{2,}|＿{2,}/g)?.length ?? 0

/** What keeps a question from being asked; nothing when it can be. */
export function questionFaults({ type, stem, options, answer }: QuestionDraft): QuestionFault[] {
  const faults: QuestionFault[] = []
  if (type === 'fill-in') {
    if (options.length) faults.push('options-of-fill-in')
    if (!answer.length || answer.some(blank => !Array.isArray(blank))) return [...faults, 'no-right-answer']
    if (Math.max(1, blanksOf(stem)) !== answer.length) faults.push('blanks-and-answers-differ')
    return faults
  }
  if (options.length < fewestOptions[type]) faults.push('too-few-options')
  if (new Set(options.map(option => option.trim())).size < options.length) faults.push('same-option-twice')
  const right = answer.filter(place => typeof place === 'number')
  if (!right.length || right.length < answer.length) return [...faults, 'no-right-answer']
  if (right.some(place => place >= options.length)) faults.push('answer-beyond-options')
  if (new Set(right).size > 1 && type !== 'multiple') faults.push('several-right-answers')
  if (new Set(right).size < 2 && type === 'multiple') faults.push('one-right-answer')
  return faults
}

/** Words of a blank as they are compared: width, case, blanks and punctuation at the ends do not count. */
export const plainAnswer = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '')

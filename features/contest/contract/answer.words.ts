import { trueFalseOptions } from './question.rules.ts'
import type { QuestionDraft } from './question.schema.ts'

export const letterOf = (place: number): string => String.fromCharCode(65 + place)

/** What is right as offices write it: 对, B, ACD; the wordings of a blank with ； between, blanks with |. */
export function answerText({ type, answer }: Pick<QuestionDraft, 'type' | 'answer'>): string {
  if (type === 'true-false') return answer.map(place => trueFalseOptions[Number(place)] ?? '').join('')
  if (type === 'fill-in')
    return answer.map(wordings => (Array.isArray(wordings) ? wordings.join('；') : '')).join(' | ')
  return answer.map(place => letterOf(Number(place))).join('')
}

import { bankFaultText, type QuestionDraft } from '../../contract/index.ts'
import { readQuestionText } from './question-text.ts'
import { readRawQuestion } from './raw-question.ts'

/** The questions of a text that is known to be whole, as a demonstration has it. Throws where one is not. */
export function questionsOfText(text: string): QuestionDraft[] {
  return readQuestionText(text).map(raw => {
    const { draft, faults } = readRawQuestion(raw)
    if (!draft) throw new Error(`${raw.stem}: ${faults.map(fault => bankFaultText(fault, 'zh')).join('；')}`)
    return draft
  })
}

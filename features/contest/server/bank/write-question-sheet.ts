import type { Sheets } from '@jianbao/organisation/server'
import { answerText, type QuestionDraft } from '../../contract/index.ts'
import { difficultyHeads, optionKeys, questionForm, typeHeads } from './question.form.ts'

export type Written = Pick<
  QuestionDraft,
  'type' | 'stem' | 'options' | 'answer' | 'category' | 'difficulty' | 'explanation' | 'source'
>

/** Questions as a sheet of the shape that is imported; the template where there are none to write. */
export function writeQuestionSheet(
  sheets: Sheets,
  questions: readonly Written[] | null,
): Promise<Uint8Array> {
  const rows = questions?.map(question => ({
    type: typeHeads[question.type],
    stem: question.stem,
    ...(question.type === 'true-false'
      ? {}
      : Object.fromEntries(question.options.map((option, at) => [optionKeys[at], option]))),
    answer: answerText(question),
    category: question.category,
    difficulty: difficultyHeads[question.difficulty],
    explanation: question.explanation,
    source: question.source,
  }))
  return sheets.do({ task: 'write', kind: questionForm, rows: rows ?? null })
}

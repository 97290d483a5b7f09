/** Banks and questions for tests, straight into the database. */
import type { Database } from '@jianbao/platform/db'
import { testUnits } from '@jianbao/testkit'
import type { QuestionDraft } from '../../contract/index.ts'
import { recordBank } from './record-bank.ts'
import { recordQuestions } from './record-questions.ts'

const writer = { id: 'somebody', name: '甲' }
let made = 0

/** A single choice nobody else asks. */
export const someQuestion = (more: Partial<QuestionDraft> = {}): QuestionDraft => ({
  type: 'single',
  stem: `第 ${++made} 颗行星上能不能呼吸？（ ）`,
  options: [`能，第 ${made} 颗有空气`, '不能'],
  answer: [1],
  category: '科学基础',
  difficulty: 'easy',
  explanation: '',
  source: '',
  ...more,
})

export const addTestBank = (
  db: Database,
  { unitId = testUnits.city }: { unitId?: string } = {},
): Promise<string> =>
  db.transaction(tx => recordBank(tx, { unitId, name: `题库 ${++made}` }, { writer, at: new Date() }))

/** The ids, in order. */
export const addTestQuestions = (
  db: Database,
  bankId: string,
  drafts: readonly QuestionDraft[],
  { approved = false }: { approved?: boolean } = {},
): Promise<string[]> =>
  db.transaction(tx =>
    recordQuestions(tx, bankId, drafts, {
      writer,
      reviewer: approved ? { id: 'other', name: '乙' } : null,
      at: new Date(),
    }),
  )

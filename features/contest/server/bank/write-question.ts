/** One question, written by hand: added, changed; the same one twice is refused. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  mostQuestions,
  type QuestionChange,
  type QuestionDraft,
  type QuestionState,
  type QuestionWords,
  questionFaults,
  trueFalseOptions,
} from '../../contract/index.ts'
import { requireAction } from './act-on-questions.ts'
import { type BankActor, rolesAt } from './bank.services.ts'
import { type BankRow, holdBank } from './bank.store.ts'
import { holdQuestion, shortStem } from './question.store.ts'
import { cleanQuestion, fingerprintOf, pairsOf } from './question.words.ts'
import { questionFaultText } from './question-fault.ts'
import { recordQuestions } from './record-questions.ts'

/** Throws `not-found`, `question-faulty`, `question-exists`, `bank-full`. */
export async function addQuestion(
  tx: Database,
  { scope, person, now }: BankActor,
  { bankId, ...words }: QuestionWords & { readonly bankId: string },
  entry: EntryDraft,
): Promise<string> {
  const bank = await holdBank(tx, scope, bankId)
  const draft = askable(words)
  refuseFull(bank, 1)
  await refuseSame(tx, bankId, draft, null)
  const [id] = await recordQuestions(tx, bankId, [draft], { writer: person, reviewer: null, at: now })
  entry.words = shortStem(draft.stem)
  entry.unitId = bank.unitId
  return id!
}

/** Whoever changes it has written it, and it is a draft again. Throws as adding does, and `changed-meanwhile`. */
export async function editQuestion(
  tx: Database,
  { scope, person, now }: BankActor,
  { id, version, ...words }: QuestionChange & { readonly id: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await holdQuestion(tx, scope, { id, version })
  requireAction('edit', row, { id: person.id, roles: rolesAt(person, row.path) })
  await holdBank(tx, scope, row.bankId)
  const draft = askable(words)
  await refuseSame(tx, row.bankId, draft, id)
  entry.words = shortStem(draft.stem)
  entry.unitId = row.unitId
  entry.before = { state: row.state, stem: row.stem }
  entry.after = { state: 'draft', stem: draft.stem }
  const { type, stem, category, difficulty, explanation, source } = draft
  await tx.execute(sql`update contest_bank_question set type = ${type}, stem = ${stem},
    options = ${JSON.stringify(draft.options)}::jsonb, answer = ${JSON.stringify(draft.answer)}::jsonb,
    category = ${category}, difficulty = ${difficulty}, explanation = ${explanation}, source = ${source},
    fingerprint = ${fingerprintOf(draft)}, pairs = ${`{${pairsOf(draft).join(',')}}`}::integer[], state = 'draft',
    written_by = ${person.id}, written_name = ${person.name}, reviewed_by = null, reviewed_name = null,
    updated_at = ${now.toISOString()}, version = version + 1 where id = ${id}`)
}

/** As it is kept. Throws `question-faulty` with all that keeps it from being asked. */
function askable(words: QuestionWords): QuestionDraft {
  const options = words.type === 'true-false' ? [...trueFalseOptions] : words.options
  const draft = cleanQuestion({ ...words, options })
  const faults = questionFaults(draft)
  if (!draft.stem) throw new Problem('question-faulty', { reason: '没有题干' })
  if (faults.length)
    throw new Problem('question-faulty', { reason: faults.map(questionFaultText).join('；') })
  return draft
}

export function refuseFull({ name, draft, approved, retired }: BankRow, more: number): void {
  if (draft + approved + retired + more > mostQuestions)
    throw new Problem('bank-full', { name, limit: mostQuestions })
}

const stateWords: Readonly<Record<QuestionState, string>> = {
  draft: '待审',
  approved: '已审',
  retired: '已停用',
}

async function refuseSame(
  tx: Database,
  bankId: string,
  draft: QuestionDraft,
  id: string | null,
): Promise<void> {
  const [same] = await rowsOf<{ stem: string; state: QuestionState }>(
    tx,
    sql`select stem, state from contest_bank_question where bank_id = ${bankId}
      and fingerprint = ${fingerprintOf(draft)} and id is distinct from ${id} limit 1`,
  )
  if (same)
    throw new Problem('question-exists', { stem: shortStem(same.stem), state: stateWords[same.state] })
}

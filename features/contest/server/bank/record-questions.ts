import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import { type QuestionDraft, questionFaults } from '../../contract/index.ts'
import { cleanQuestion, fingerprintOf, pairsOf } from './question.words.ts'

export type QuestionHand = { readonly id: string; readonly name: string }
export type Recording = {
  readonly writer: QuestionHand
  /** Whoever approved them; null leaves drafts. */
  readonly reviewer: QuestionHand | null
  readonly at: Date
}

const atOnce = 500

/**
 * Adds questions to a bank, in their order: those of a file, or known ones as a loaded demonstration has them. What
 * cannot be asked is an error of the program: whoever calls has looked at the faults. Returns their ids.
 */
export async function recordQuestions(
  tx: Database,
  bankId: string,
  drafts: readonly QuestionDraft[],
  { writer, reviewer, at }: Recording,
): Promise<string[]> {
  const rows = drafts.map((draft, no) => rowOf(draft, new Date(at.getTime() + no).toISOString()))
  for (let from = 0; from < rows.length; from += atOnce)
    await tx.execute(sql`insert into contest_bank_question (id, bank_id, type, stem, options, answer, category, difficulty,
        explanation, source, picture_id, state, fingerprint, pairs, written_by, written_name, reviewed_by, reviewed_name,
        created_at, updated_at)
      select q.id, ${bankId}, q.type, q.stem, q.options, q.answer, q.category, q.difficulty, q.explanation, q.source,
        q.picture, ${reviewer ? 'approved' : 'draft'}, q.fingerprint, q.pairs, ${writer.id}, ${writer.name},
        ${reviewer?.id ?? null}, ${reviewer?.name ?? null}, q.at, q.at
      from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + atOnce))}::jsonb) as q(id uuid, type text, stem text,
        options jsonb, answer jsonb, category text, difficulty text, explanation text, source text, picture text,
        fingerprint text, pairs integer[], at timestamptz)`)
  return rows.map(({ id }) => id)
}

function rowOf(draft: QuestionDraft, at: string) {
  const question = cleanQuestion(draft)
  const faults = questionFaults(question)
  if (faults.length)
    throw new Error(`a question that cannot be asked (${faults.join(', ')}): ${question.stem}`)
  const { pictureId, ...words } = question
  const told = { fingerprint: fingerprintOf(question), pairs: pairsOf(question) }
  return { id: randomUUID(), ...words, picture: pictureId ?? null, ...told, at }
}

import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { BankActor } from './bank.services.ts'
import { getBank, holdBank } from './bank.store.ts'
import { type Examined, examineQuestions, type KnownQuestion } from './examine-questions.ts'
import type { QuestionFile } from './read-question-file.ts'
import { recordQuestions } from './record-questions.ts'
import { refuseFull } from './write-question.ts'

/** What the bank holds. Throws `not-found`. */
export async function knownQuestions(tx: Database, scope: Scope, bankId: string): Promise<KnownQuestion[]> {
  const { id } = await getBank(tx, scope, bankId)
  return rowsOf<KnownQuestion>(
    tx,
    sql`select id, stem, fingerprint, pairs from contest_bank_question where bank_id = ${id}`,
  )
}

/** Writes all that is new of a file, or nothing. Throws `not-found`, `bank-import-faulty`, `bank-full`. */
export async function importQuestions(
  tx: Database,
  { scope, person, now }: BankActor,
  { bankId, file }: { readonly bankId: string; readonly file: QuestionFile },
  entry: EntryDraft,
): Promise<Examined[]> {
  const bank = await holdBank(tx, scope, bankId)
  const known = await rowsOf<{ fingerprint: string }>(
    tx,
    sql`select fingerprint from contest_bank_question where bank_id = ${bank.id}`,
  )
  const examined = examineQuestions(file.raws, new Set(known.map(({ fingerprint }) => fingerprint)))
  const count = file.problems.length + examined.filter(({ verdict }) => verdict === 'faulty').length
  if (count) throw new Problem('bank-import-faulty', { file: file.fileName, count })
  const drafts = examined.flatMap(({ verdict, draft }) => (verdict === 'new' && draft ? [draft] : []))
  refuseFull(bank, drafts.length)
  await recordQuestions(tx, bank.id, drafts, { writer: person, reviewer: null, at: now })
  entry.words = `${bank.name} · ${file.fileName}`
  entry.unitId = bank.unitId
  entry.after = { file: file.fileName, new: drafts.length, known: examined.length - drafts.length }
  return examined
}

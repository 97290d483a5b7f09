import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import { type BankExport, mostQuestions } from '../../contract/index.ts'
import { getBank } from './bank.store.ts'
import { filterQuestions, inState } from './list-questions.ts'
import { selectQuestions } from './question.store.ts'
import type { Written } from './write-question-sheet.ts'

/** The questions of a list, with what is right. Throws `not-found`. */
export async function exportQuestions(
  tx: Database,
  scope: Scope,
  { id, form, ...filters }: BankExport & { readonly id: string },
  entry: EntryDraft,
): Promise<{ name: string; questions: Written[] }> {
  const bank = await getBank(tx, scope, id)
  const where = sql`q.bank_id = ${bank.id} and ${filterQuestions(filters)} and ${inState(filters.state)}`
  const questions = await selectQuestions(
    tx,
    scope,
    where,
    sql`order by q.created_at, q.id limit ${mostQuestions}`,
  )
  entry.words = bank.name
  entry.unitId = bank.unitId
  entry.after = { form, filters, questions: questions.length }
  return { name: bank.name, questions }
}

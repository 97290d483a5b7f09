/** Rows of questions; who sees and changes them is settled by their bank. */
import { Problem } from '@jianbao/errors'
import { type Person, type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { actionsOfQuestion, type Question, type QuestionDraft } from '../../contract/index.ts'
import { rolesAt } from './bank.services.ts'

export type QuestionRow = Omit<QuestionDraft, 'pictureId'> & {
  readonly id: string
  readonly bankId: string
  readonly bankName: string
  readonly unitId: string
  readonly path: string
  readonly pictureId: string | null
  readonly state: Question['state']
  readonly writtenBy: string
  readonly writtenName: string
  readonly reviewedName: string | null
  readonly updatedAt: string | Date
  readonly version: number
}

const columns = sql`q.id, q.bank_id as "bankId", b.name as "bankName", b.unit_id as "unitId", b.scope_path as path, q.type,
  q.stem, q.options, q.answer, q.category, q.difficulty, q.explanation, q.source, q.picture_id as "pictureId", q.state,
  q.written_by as "writtenBy", q.written_name as "writtenName", q.reviewed_name as "reviewedName",
  q.updated_at as "updatedAt", q.version`

export const ofBanks = sql`contest_bank_question q join contest_bank b on b.id = q.bank_id`

export function selectQuestions(tx: Database, scope: Scope, where: SQL, rest: SQL): Promise<QuestionRow[]> {
  return rowsOf<QuestionRow>(
    tx,
    sql`select ${columns} from ${ofBanks} where ${within(scope, sql`b.scope_path`)} and ${where} ${rest}`,
  )
}

/** Throws Problem `not-found`. */
export async function getQuestion(tx: Database, scope: Scope, id: string): Promise<QuestionRow> {
  const [row] = await selectQuestions(tx, scope, sql`q.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/** Held against other changes. Throws `not-found`, `changed-meanwhile`. */
export async function holdQuestion(
  tx: Database,
  scope: Scope,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<QuestionRow> {
  const [row] = await selectQuestions(tx, scope, sql`q.id = ${id}`, sql`for update of q`)
  if (!row) throw new Problem('not-found')
  if (row.version !== version) throw new Problem('changed-meanwhile', { name: shortStem(row.stem) })
  return row
}

export function viewQuestion(row: QuestionRow, person: Person | null): Question {
  const { bankName: _bank, unitId: _unit, path, writtenBy, updatedAt, ...shown } = row
  const who = { id: person?.id ?? '', roles: rolesAt(person, path) }
  return {
    ...shown,
    updatedAt: new Date(updatedAt).toISOString(),
    actions: actionsOfQuestion({ state: row.state, writtenBy }, who),
  }
}

export const shortStem = (stem: string): string => {
  const letters = [...stem]
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : stem
}

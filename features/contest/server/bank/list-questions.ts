import type { Person, Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { QuestionPage, QuestionQuery, QuestionState } from '../../contract/index.ts'
import { getBank } from './bank.store.ts'
import { viewBank } from './bank.view.ts'
import { words } from './keep-banks.ts'
import { ofBanks, selectQuestions, viewQuestion } from './question.store.ts'
import { cleanLine } from './question.words.ts'

const orders = {
  written: sql`q.created_at, q.id`,
  newest: sql`q.created_at desc, q.id desc`,
  updated: sql`q.updated_at desc, q.id desc`,
} as const
const mostCategories = 100

/** The questions of a bank under the filters, one page. Throws `not-found`. */
export async function listQuestions(
  tx: Database,
  scope: Scope,
  { id, ...query }: QuestionQuery & { readonly id: string },
  person: Person | null,
): Promise<QuestionPage> {
  const { page = 1, pageSize = 20, order = 'written', state } = query
  const bank = await getBank(tx, scope, id)
  const where = sql`q.bank_id = ${bank.id} and ${filterQuestions(query)}`
  const rows = await selectQuestions(
    tx,
    scope,
    sql`${where} and ${inState(state)}`,
    sql`order by ${orders[order]} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const counts = { draft: 0, approved: 0, retired: 0 }
  const counted = await rowsOf<{ state: QuestionState; questions: number }>(
    tx,
    sql`select q.state, count(*)::int as questions from ${ofBanks} where ${where} group by q.state`,
  )
  for (const { state: its, questions } of counted) counts[its] = questions
  const categories = await rowsOf<{ category: string; questions: number }>(
    tx,
    sql`select q.category, count(*)::int as questions from ${ofBanks} where q.bank_id = ${bank.id}
      group by q.category order by 2 desc, 1 limit ${mostCategories}`,
  )
  return {
    bank: viewBank(bank, person),
    rows: rows.map(row => viewQuestion(row, person)),
    total: state ? counts[state] : counts.draft + counts.approved + counts.retired,
    ...{ page, pageSize, counts, categories },
  }
}

export const inState = (state: QuestionState | undefined): SQL =>
  state ? sql`q.state = ${state}` : sql`true`

/** Without the state. Words are looked for in all that a question says. */
export function filterQuestions({ q = '', type, category, difficulty }: QuestionQuery): SQL {
  const all = [
    ...words(q).map(
      like => sql`(q.stem ilike ${like} or q.options::text ilike ${like} or q.explanation ilike ${like}
        or q.source ilike ${like} or (q.type = 'fill-in' and q.answer::text ilike ${like}))`,
    ),
    ...(type ? [sql`q.type = ${type}`] : []),
    ...(category === undefined ? [] : [sql`q.category = ${cleanLine(category)}`]),
    ...(difficulty ? [sql`q.difficulty = ${difficulty}`] : []),
  ]
  return all.length ? sql.join(all, sql` and `) : sql`true`
}

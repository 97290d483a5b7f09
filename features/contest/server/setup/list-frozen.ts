import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { FrozenQuestion, FrozenQuestionPage, FrozenQuestionQuery } from '../../contract/index.ts'
import { getContestRow } from './contest.store.ts'

type Row = Omit<FrozenQuestion, 'withdrawnAt'> & { readonly withdrawnAt: string | Date | null }

/** The questions a contest was opened with, one page, those asked most often first. Throws `not-found`. */
export async function listFrozenQuestions(
  tx: Database,
  scope: Scope,
  id: string,
  { q, page = 1, pageSize = 20 }: FrozenQuestionQuery,
): Promise<FrozenQuestionPage> {
  const { no } = await getContestRow(tx, scope, id)
  const words = `%${storableText(q ?? '')
    .trim()
    .replace(/[\\%_]/g, '\\$&')}%`
  const where = sql`f.contest_id = ${id} and f.stem ilike ${words}`
  const rows = await rowsOf<Row>(
    tx,
    sql`select f.no, f.type, f.stem, f.options, f.answer, f.category, f.difficulty, f.explanation, f.source,
        f.picture_id as "pictureId", f.withdrawn_at as "withdrawnAt", f.withdrawn_reason as "withdrawnReason",
        coalesce(t.asked, 0) as asked, coalesce(t.correct, 0) as correct
      from contest_question f
        left join contest_question_tally t on t.contest_no = ${no} and t.question_no = f.no
      where ${where} order by (f.withdrawn_at is null), coalesce(t.asked, 0) desc, f.no
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from contest_question f where ${where}`,
  )
  const shown = rows.map(row => ({
    ...row,
    withdrawnAt: row.withdrawnAt === null ? null : new Date(row.withdrawnAt).toISOString(),
  }))
  return { rows: shown, total: counted!.total, page, pageSize }
}

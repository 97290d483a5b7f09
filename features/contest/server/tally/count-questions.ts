/** What questions were like follows the log behind the tallies: papers are drawn again, a few hundred at a time. */
import { setImmediate } from 'node:timers/promises'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { drawPaper } from '../play/draw-paper.ts'
import type { ChosenAnswer } from '../play/grade.ts'
import type { LiveContest } from '../play/live-contest.ts'
import { partEnd, settledFrom } from './fold-log.ts'
import { addPaper, asAsked, type QuestionSums } from './question-sums.ts'

/** Papers drawn between two looks at what else the process has to do. */
const papersAtOnce = 50

type Row = { playerNo: number; n: number; withdrawn: number; answers: string; sign: number }

/** Counts up to about `most` attempts; answers whether there are more. Null: another process is at it. */
export async function countQuestions(
  tx: Database,
  contest: LiveContest,
  now: Date,
  most = 1000,
): Promise<boolean | null> {
  const { no } = contest
  const [held] = await rowsOf<{ from: string }>(
    tx,
    sql`select folded_to::text as from from contest_question_fold where contest_no = ${no} for update skip locked`,
  )
  if (!held) return null
  const due = await takeDue(tx, no)
  const { from } = held
  const horizon = await settledFrom(tx, from)
  const to = await partEnd(tx, no, { from, horizon }, most)
  const fresh =
    to === null
      ? []
      : await rowsOf<Row>(
          tx,
          sql`select player_no as "playerNo", n, withdrawn, answers, 1 as sign from contest_attempt
            where contest_no = ${no} and xid >= ${from}::xid8 and xid < ${to}::xid8
              and not voided and flags & 4 = 0`,
        )
  const sums = await sumUp(contest, [...due, ...fresh])
  if (sums.size) await writeSums(tx, no, sums)
  if (to !== null)
    await tx.execute(sql`update contest_question_fold set folded_to = ${to}::xid8,
        folded_at = ${now.toISOString()}::timestamptz where contest_no = ${no}`)
  return to !== null && to !== horizon
}

/** Attempts that were voided or restored after they had been counted here. A late paper never was. */
async function takeDue(tx: Database, no: number): Promise<Row[]> {
  return rowsOf<Row>(
    tx,
    sql`with due as (delete from contest_question_due where contest_no = ${no} returning *)
      select a.player_no as "playerNo", a.n, a.withdrawn, a.answers, due.change as sign
      from due join contest_attempt a on a.contest_no = ${no} and a.player_no = due.player_no and a.n = due.n
      where due.change <> 0 and a.flags & 4 = 0`,
  )
}

async function sumUp(contest: LiveContest, rows: readonly Row[]): Promise<Map<number, QuestionSums>> {
  const sums = new Map<number, QuestionSums>()
  const questions = asAsked(contest.graded)
  for (const [at, { playerNo, n, withdrawn, answers, sign }] of rows.entries()) {
    if (at % papersAtOnce === papersAtOnce - 1) await setImmediate()
    const paper = drawPaper(contest.key, contest.drawAfter(withdrawn), { contestNo: contest.no, playerNo, n })
    addPaper(sums, paper, questions, JSON.parse(answers) as ChosenAnswer[], contest.rules, sign)
  }
  return sums
}

async function writeSums(tx: Database, no: number, sums: ReadonlyMap<number, QuestionSums>): Promise<void> {
  const rows = [...sums].map(([question, its]) => ({ question, ...its, chosen: `{${its.chosen.join(',')}}` }))
  await tx.execute(sql`insert into contest_question_tally (contest_no, question_no, asked, correct, rest_sum,
      rest_square_sum, rest_sum_correct, chosen)
    select ${no}::int, question, asked, correct, "restSum", "restSquareSum", "restSumCorrect", chosen::int[]
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as q (question smallint, asked int, correct int,
      "restSum" float8, "restSquareSum" float8, "restSumCorrect" float8, chosen text)
    on conflict (contest_no, question_no) do update set asked = contest_question_tally.asked + excluded.asked,
      correct = contest_question_tally.correct + excluded.correct,
      rest_sum = contest_question_tally.rest_sum + excluded.rest_sum,
      rest_square_sum = contest_question_tally.rest_square_sum + excluded.rest_square_sum,
      rest_sum_correct = contest_question_tally.rest_sum_correct + excluded.rest_sum_correct,
      chosen = (select coalesce(array_agg(coalesce(was, 0) + coalesce(come, 0) order by place), '{}')
        from unnest(contest_question_tally.chosen, excluded.chosen) with ordinality as c (was, come, place))`)
  await tx.execute(sql`delete from contest_question_tally where contest_no = ${no} and asked = 0`)
}

/** Whether every attempt is counted here too; asked now and then, without a lock. */
export async function questionsSettled(db: Database, no: number): Promise<boolean> {
  const [row] = await rowsOf<{ behind: boolean | null }>(
    db,
    sql`select exists (select from contest_question_due where contest_no = ${no}) or
      (select true from contest_attempt where contest_no = ${no}
        and xid >= (select folded_to from contest_question_fold where contest_no = ${no}) order by xid limit 1) as behind`,
  )
  return row!.behind !== true
}

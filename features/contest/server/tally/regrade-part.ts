/** Attempts graded before a question was withdrawn get the points they have without it. */
import { setImmediate } from 'node:timers/promises'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { drawPaper } from '../play/draw-paper.ts'
import { type ChosenAnswer, gradePaper } from '../play/grade.ts'
import type { LiveContest } from '../play/live-contest.ts'

/** Papers graded between two looks at what else the process has to do. */
const papersAtOnce = 50

type Row = { playerNo: number; n: number; withdrawn: number; score: number; marks: string; answers: string }
type Span = { readonly from: string; readonly to: string }

/**
 * Grades those of a part of the log anew that know fewer withdrawals than `contest` does; the same again changes nothing.
 * Answers how many were looked at and how many changed.
 */
export async function regradePart(
  tx: Database,
  contest: LiveContest,
  { from, to }: Span,
): Promise<{ seen: number; changed: number }> {
  const { no, rules, withdrawals } = contest
  const rows = await rowsOf<Row>(
    tx,
    sql`select player_no as "playerNo", n, withdrawn, score, marks, answers from contest_attempt
      where contest_no = ${no} and xid >= ${from}::xid8 and xid < ${to}::xid8
        and graded_after < ${withdrawals} and flags & 4 = 0`,
  )
  const changed: { player: number; n: number; score: number; right: number; marks: string }[] = []
  for (const [at, { playerNo, n, withdrawn, score, marks, answers }] of rows.entries()) {
    if (at % papersAtOnce === papersAtOnce - 1) await setImmediate()
    const paper = drawPaper(contest.key, contest.drawAfter(withdrawn), { contestNo: no, playerNo, n })
    const graded = gradePaper(paper, contest.graded, JSON.parse(answers) as ChosenAnswer[], rules)
    if (graded.score === score && graded.marks === marks) continue
    changed.push({ player: playerNo, n, score: graded.score, right: graded.rightCount, marks: graded.marks })
  }
  if (changed.length)
    await tx.execute(sql`update contest_attempt a set score = r.score, right_count = r.right, marks = r.marks,
        graded_after = ${withdrawals}
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r (player int, n int, score int, "right" smallint,
        marks text)
      where a.contest_no = ${no} and a.player_no = r.player and a.n = r.n`)
  return { seen: rows.length, changed: changed.length }
}

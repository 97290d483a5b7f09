/** A log that came from another database server carries numbers of transactions that mean nothing here. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type CountedContest, recount } from './recount.ts'

/** Contests whose log was followed further than this server has ever counted. */
export const movedContests = (db: Database): Promise<CountedContest[]> =>
  rowsOf<CountedContest>(
    db,
    sql`select c.id, c.no, c.rules from contest_fold f join contest c on c.no = f.contest_no
      where greatest(f.folded_to, (select q.folded_to from contest_question_fold q where q.contest_no = c.no))
        > pg_snapshot_xmax(pg_current_snapshot())`,
  )

/** What came along counts as long settled, and is counted anew; what is handed in from now on follows it. */
export async function mendMovedLog(tx: Database, contest: CountedContest, now: Date): Promise<void> {
  const { no } = contest
  await tx.execute(sql`select from contest_fold where contest_no = ${no} for update`)
  const [row] = await rowsOf<{ horizon: string }>(
    tx,
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`,
  )
  const horizon = sql`${row!.horizon}::xid8`
  for (const log of ['contest_attempt', 'contest_share'])
    await tx.execute(sql`update ${sql.raw(log)} set xid = '3' where contest_no = ${no} and xid >= ${horizon}`)
  await tx.execute(sql`update contest_fold set folded_to = ${horizon} where contest_no = ${no}`)
  await tx.execute(
    sql`update contest_regrade set walked_to = '0', walk_end = ${horizon} where contest_no = ${no}`,
  )
  await tx.execute(sql`delete from contest_question_due where contest_no = ${no}`)
  await tx.execute(sql`delete from contest_question_tally where contest_no = ${no}`)
  await tx.execute(sql`update contest_question_fold set folded_to = '0' where contest_no = ${no}`)
  await recount(tx, contest, now)
}

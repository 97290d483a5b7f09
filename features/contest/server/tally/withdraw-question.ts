/** 撤下一题 after it was asked: papers begun from now on do without it, all others are graded anew by the rule. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { RegradeProgress } from '../../contract/index.ts'
import { holdFold } from './fold-log.ts'

export type Withdrawal = {
  readonly contestId: string
  readonly contestNo: number
  readonly questionNo: number
  readonly reason: string
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

/**
 * Withdraws a question inside the caller's transaction; the fold takes over from here, a walk grades what lies behind.
 * The same question again changes nothing. Throws Problem `not-found`. Answers the stem, null when it was withdrawn before.
 */
export async function withdrawQuestion(tx: Database, withdrawal: Withdrawal): Promise<string | null> {
  const { contestId, contestNo, questionNo, reason, by, at } = withdrawal
  const now = sql`${at.toISOString()}::timestamptz`
  return withRole(tx, 'owner', async () => {
    await tx.execute(sql`select from contest where id = ${contestId} for update`)
    // Held until the commit: what is folded later knows of it, what was folded before is walked through.
    const held = await holdFold(tx, contestNo, true)
    const [question] = await rowsOf<{ stem: string; withdrawn: boolean }>(
      tx,
      sql`select stem, withdrawn_no is not null as withdrawn from contest_question
        where contest_id = ${contestId} and no = ${questionNo}`,
    )
    if (!question || !held) throw new Problem('not-found')
    if (question.withdrawn) return null
    const [its] = await rowsOf<{ count: number }>(
      tx,
      sql`update contest_question set withdrawn_at = ${now}, withdrawn_reason = ${reason},
          withdrawn_no = 1 + (select coalesce(max(withdrawn_no), 0) from contest_question where contest_id = ${contestId})
        where contest_id = ${contestId} and no = ${questionNo} returning withdrawn_no as count`,
    )
    await tx.execute(sql`update contest set revision = revision + 1, version = version + 1, updated_at = ${now}
      where id = ${contestId}`)
    await tx.execute(sql`insert into contest_regrade (contest_no, withdrawn, walk_end, total, started_at)
      select ${contestNo}::int, ${its!.count}::int, ${held.from}::xid8, count(*), ${now} from contest_attempt
        where contest_no = ${contestNo} and xid < ${held.from}::xid8
      on conflict (contest_no) do update set withdrawn = excluded.withdrawn, walk_end = excluded.walk_end,
        total = excluded.total, started_at = excluded.started_at, walked_to = '0', done = 0, changed = 0,
        finished_at = null`)
    await tx.execute(sql`insert into contest_step (id, contest_id, at, action, by_id, by_name, note)
      values (${randomUUID()}, ${contestId}, ${now}, 'withdraw-question', ${by.id}, ${by.name}, ${`第 ${questionNo + 1} 题，${reason}`})`)
    return question.stem
  })
}

type Instant = string | Date | null
const moment = (at: Instant): string | null => at && new Date(at).toISOString()

/** How far the grading anew is; of a contest the caller may see. */
export async function readRegrade(
  tx: Database,
  contestId: string,
  contestNo: number,
): Promise<RegradeProgress> {
  const questions = await rowsOf<{ no: number }>(
    tx,
    sql`select no from contest_question where contest_id = ${contestId} and withdrawn_no is not null
      order by withdrawn_no`,
  )
  const [walk] = await rowsOf<{
    done: number
    total: number
    changed: number
    started: Instant
    finished: Instant
  }>(
    tx,
    sql`select done::float8 as done, total::float8 as total, changed::float8 as changed, started_at as started,
        finished_at as finished from contest_regrade where contest_no = ${contestNo}`,
  )
  return {
    questions: questions.map(({ no }) => no),
    state: walk ? (walk.finished ? 'done' : 'working') : 'none',
    done: walk?.done ?? 0,
    total: walk?.total ?? 0,
    changed: walk?.changed ?? 0,
    startedAt: moment(walk?.started ?? null),
    finishedAt: moment(walk?.finished ?? null),
  }
}

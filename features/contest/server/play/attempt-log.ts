import { type Database, plannedOnce, rowsOf, sql } from '@jianbao/platform/db'
import { groupCommit } from './group-commit.ts'

/** One paper as it was handed in and graded; a row of contest_attempt. */
export type Submission = {
  readonly contestNo: number
  readonly run: number
  readonly playerNo: number
  readonly n: number
  /** Days since 1970 in Asia/Shanghai. */
  readonly day: number
  readonly nth: number
  readonly unitNo: number
  readonly groupNo: number
  readonly withdrawn: number
  /** Questions withdrawn when it was graded. */
  readonly gradedAfter: number
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly handedInAt: number
  readonly usedMs: number
  readonly score: number
  readonly rightCount: number
  readonly marks: string
  /** JSON */
  readonly answers: string
  readonly flags: number
  readonly pace: string | null
}

/**
 * The log of accepted submissions. `append` resolves after the commit: `counted`, or `not-counted` when the attempt was
 * there before or its contest takes none any more. Here PostgreSQL; a replicated log may stand in front of it.
 */
export type AttemptLog = {
  append(submission: Submission): Promise<'counted' | 'not-counted'>
  /** Resolves when everything appended is committed. */
  settle(): Promise<void>
}

/** Opens the log in the database. `onAppended` hears which contests have news. */
export function openAttemptLog(options: {
  db: Database
  onAppended?: (contestNo: number) => void
}): AttemptLog {
  const { db, onAppended } = options
  const group = groupCommit<Submission, 'counted' | 'not-counted'>({
    write: async submissions => {
      const written = await insertAttempts(db, submissions)
      const results = submissions.map(its =>
        written === 'all' || written.delete(nameOf(its)) ? 'counted' : 'not-counted',
      )
      if (onAppended) for (const no of new Set(submissions.map(its => its.contestNo))) onAppended(no)
      return results
    },
  })
  return { append: group.add, settle: group.settle }
}

const nameOf = ({ contestNo, playerNo, n }: Pick<Submission, 'contestNo' | 'playerNo' | 'n'>): string =>
  `${contestNo} ${playerNo} ${n}`

/** One statement, so one commit, for all of them. Answers the names of those that were not there before, mostly all. */
async function insertAttempts(db: Database, all: readonly Submission[]): Promise<Set<string> | 'all'> {
  const numbers = (pick: (its: Submission) => number): string => `{${all.map(pick).join(',')}}`
  const texts = (pick: (its: Submission) => string | null): string =>
    `{${all.map(its => quote(pick(its))).join(',')}}`
  // Two of the same in one group would be written once and told twice; `written.delete` tells one of them.
  const [written] = await rowsOf<{ count: number; names: string | null }>(
    db,
    plannedOnce(sql`with written as (insert into contest_attempt (contest_no, player_no, n, day, nth, unit_no, group_no, withdrawn,
        graded_after, started_at, handed_in_at, used_ms, score, right_count, marks, answers, flags, pace)
      select its.contest_no, player_no, n, date '1970-01-01' + day, nth, unit_no, group_no, withdrawn, graded_after,
        to_timestamp(started / 1000.0), to_timestamp(handed_in / 1000.0), used_ms, score, right_count, marks,
        answers, flags, pace
      from unnest(${numbers(its => its.contestNo)}::int[], ${numbers(its => its.run)}::int[],
        ${numbers(its => its.playerNo)}::int[], ${numbers(its => its.n)}::int[], ${numbers(its => its.day)}::int[],
        ${numbers(its => its.nth)}::int[], ${numbers(its => its.unitNo)}::int[],
        ${numbers(its => its.groupNo)}::smallint[], ${numbers(its => its.withdrawn)}::smallint[],
        ${numbers(its => its.gradedAfter)}::smallint[], ${numbers(its => its.startedAt)}::bigint[],
        ${numbers(its => its.handedInAt)}::bigint[],
        ${numbers(its => its.usedMs)}::int[], ${numbers(its => its.score)}::int[],
        ${numbers(its => its.rightCount)}::smallint[], ${texts(its => its.marks)}::text[],
        ${texts(its => its.answers)}::text[], ${numbers(its => its.flags)}::smallint[],
        ${texts(its => its.pace)}::text[])
        as its (contest_no, run, player_no, n, day, nth, unit_no, group_no, withdrawn, graded_after, started, handed_in,
          used_ms, score, right_count, marks, answers, flags, pace)
      join contest on contest.no = its.contest_no and contest.run = its.run
        and contest.state in ('rehearsal', 'open', 'closed')
      on conflict (contest_no, player_no, n) do nothing
      returning contest_no, player_no, n)
      select count(*)::int as count, string_agg(contest_no || ' ' || player_no || ' ' || n, ',') as names from written`),
  )
  const { count, names } = written!
  return count === all.length ? 'all' : new Set(names?.split(','))
}

/** A text inside an array literal. */
const quote = (text: string | null): string =>
  text === null ? 'NULL' : `"${text.replace(/[\\"]/g, '\\$&')}"`

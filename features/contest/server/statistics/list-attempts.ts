/** Attempts behind a number, and those with a flag. */
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  attemptFlags,
  type ContestAttemptPage,
  type ContestAttemptRow,
  type ContestAttemptsQuery,
  flagNames,
  maskName,
  type ReviewState,
} from '../../contract/index.ts'
import { type CountedContest, findPlace, getCountedContest, instant, ofUnits } from './counted-contest.ts'
import { spanOf } from './day-span.ts'

type Moments = 'startedAt' | 'handedInAt' | 'reviewedAt'
type Row = Omit<ContestAttemptRow, Moments | 'flags' | 'pace' | 'usedSeconds' | 'questionCount'> & {
  startedAt: string | Date
  handedInAt: string | Date
  reviewedAt: string | Date | null
  bits: number
  paceText: string | null
  usedMs: number
}

/** Throws `not-found`. */
export async function listContestAttempts(
  tx: Database,
  scope: Scope,
  id: string,
  query: ContestAttemptsQuery,
): Promise<ContestAttemptPage> {
  const contest = await getCountedContest(tx, scope, id)
  const { page = 1, pageSize = 20 } = query
  const { unitNos, named } = await findPlace(tx, contest, query)
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from contest_attempt a where ${whereAttempts(contest, query, unitNos)}`,
  )
  return {
    rows: await selectAttempts(tx, contest, query, {
      ...{ unitNos, from: (page - 1) * pageSize, most: pageSize },
    }),
    ...{ total: counted!.total, page, pageSize },
    title: contest.head.title,
    placeName: named?.name ?? null,
  }
}

export async function selectAttempts(
  tx: Database,
  contest: CountedContest,
  query: ContestAttemptsQuery,
  { unitNos, from, most }: { unitNos: readonly number[] | undefined; from: number; most: number },
): Promise<ContestAttemptRow[]> {
  const order = sql`a.handed_in_at desc, a.player_no, a.n`
  const rows = await rowsOf<Row>(
    tx,
    sql`with paged as (select a.* from contest_attempt a where ${whereAttempts(contest, query, unitNos)}
        order by ${order} limit ${most} offset ${from})
      select a.player_no as player, a.n, coalesce(p.nickname, '') as name, a.unit_no as "unitNo",
        u.name as "unitName", a.started_at as "startedAt", a.handed_in_at as "handedInAt", a.used_ms as "usedMs",
        a.score, a.right_count as "rightCount", a.marks, a.pace as "paceText", a.flags as bits, a.voided,
        a.reviewed_name as "reviewedName", a.reviewed_at as "reviewedAt", a.review_note as note
      from paged a left join contest_player p on p.contest_no = a.contest_no and p.no = a.player_no
        left join contest_unit u on u.contest_id = ${contest.id} and u.no = a.unit_no
      order by ${order}`,
  )
  return rows.map(({ bits, paceText, usedMs, name, ...row }) => ({
    ...row,
    name: maskName(name),
    startedAt: instant(row.startedAt),
    handedInAt: instant(row.handedInAt),
    reviewedAt: row.reviewedAt && instant(row.reviewedAt),
    usedSeconds: usedMs / 1000,
    questionCount: row.marks.length,
    flags: flagNames.filter(flag => (bits & attemptFlags[flag]) !== 0),
    pace: secondsOf(paceText),
  }))
}

/** As the log keeps it: milliseconds between commas. */
function secondsOf(pace: string | null): number[] | null {
  if (!pace) return null
  const found = pace.replace(/[[\]]/g, '').split(',').map(Number)
  return found.every(Number.isFinite) ? found.map(ms => ms / 1000) : null
}

export const inReview: Readonly<Record<ReviewState, SQL>> = {
  waiting: sql`a.reviewed_at is null and not a.voided`,
  valid: sql`a.reviewed_at is not null and not a.voided`,
  void: sql`a.voided`,
}

/** Without a state those that count: that is what the numbers say. */
export function whereAttempts(
  contest: CountedContest,
  query: ContestAttemptsQuery,
  unitNos: readonly number[] | undefined,
): SQL {
  const { player, group, day, hour, flag, state } = query
  const all = [sql`a.contest_no = ${contest.no}`, ofUnits(sql`a.unit_no`, unitNos)]
  if (player !== undefined) all.push(sql`a.player_no = ${player}`)
  if (group !== undefined) all.push(sql`a.group_no = ${group}`)
  if (flag !== undefined) all.push(sql`a.flags > 0`)
  if (flag !== undefined && flag !== 'any') all.push(sql`(a.flags & ${attemptFlags[flag]}) <> 0`)
  if (state) all.push(inReview[state])
  else if (flag === undefined) all.push(sql`not a.voided`)
  if (day !== undefined) {
    const { from, to } = spanOf(day, hour)
    all.push(
      sql`a.started_at >= ${from.toISOString()}::timestamptz and a.started_at < ${to.toISOString()}::timestamptz`,
    )
  }
  return sql.join(all, sql` and `)
}

/** Attempts of the log made into sums, as SQL; the fold and the recount both build on it. */
import { type SQL, sql } from '@jianbao/platform/db'
import { betterFirst, type RankingRules } from './ranking-order.ts'

/** A part of the log: of transactions from `from` up to before `to`; perhaps of some players alone. */
export type LogPart = {
  readonly contestNo: number
  readonly from: string
  readonly to: string
  /** Whether any attempt of the contest was voided: then it takes a look which attempt of a day is the first. */
  readonly voids: boolean
  readonly players?: readonly number[]
}

const inPart = ({ contestNo, from, to, players }: LogPart): SQL => {
  const span = sql`contest_no = ${contestNo} and xid >= ${from}::xid8 and xid < ${to}::xid8`
  return players ? sql`${span} and player_no = any (${`{${players.join(',')}}`}::int[])` : span
}

/** Attempts that count. `opens_day`, `newcomer`: the first of its player that counts, of its day and of all. */
export function countedAttempts(part: LogPart): SQL {
  const voided = (also: SQL): SQL =>
    part.voids
      ? sql`(select count(*) from contest_attempt v where v.contest_no = ${part.contestNo} and v.voided
          and v.player_no = a.player_no and v.n < a.n and ${also})`
      : sql`0`
  return sql`select player_no, n, unit_no, group_no, started_at, handed_in_at, used_ms, score, right_count,
      nth = ${voided(sql`v.day = a.day`)} as opens_day, n = ${voided(sql`true`)} as newcomer
    from contest_attempt a where ${inPart(part)} and not voided`
}

/** One row for each player of `counted`. */
export const sumsByPlayer = (rules: RankingRules, counted: SQL): SQL => sql`
  select player_no, count(*)::int as attempts, (count(*) filter (where opens_day))::int as days,
    max(array[n, unit_no, group_no]) as latest, max(score) as best,
    (array_agg(used_ms order by ${betterFirst(rules)}))[1] as best_ms,
    (array_agg(handed_in_at order by ${betterFirst(rules)}))[1] as best_at,
    sum(score)::bigint as total, sum(used_ms)::bigint as total_ms, sum(right_count)::bigint as right_total,
    max(handed_in_at) as last_at, max(handed_in_at) filter (where score > 0) as scored_at
  from ${counted} group by player_no`

/** One row for each hour and unit of `counted`. */
export const sumsByHour = (counted: SQL): SQL => sql`
  select date_bin('1 hour', started_at, timestamptz '2000-01-01 00:00:00+00') as hour, unit_no,
    (count(*) filter (where opens_day))::int as people, (count(*) filter (where newcomer))::int as newcomers,
    count(*)::int as attempts, sum(score)::bigint as score, sum(used_ms)::bigint as used_ms
  from ${counted} group by 1, 2`

/** Points for passing the contest on, by player. */
export const sharesOf = (part: LogPart): SQL => sql`
  select player_no, sum(points)::int as points, max(shared_at) as shared_at
  from contest_share where ${inPart(part)} group by player_no`

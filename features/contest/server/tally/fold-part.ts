/** One part of the log counted into the tallies, in one statement; every sum moves by what is new alone. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { countedAttempts, type LogPart, sharesOf, sumsByHour, sumsByPlayer } from './count-log.ts'
import { isAsGood, type RankingRules, rankColumns } from './ranking-order.ts'

export type Folded = { readonly attempts: number; readonly players: number }

/** The caller holds the contest's row of contest_fold and moves it on to `part.to` in the same transaction. */
export async function foldPart(tx: Database, rules: RankingRules, part: LogPart): Promise<Folded> {
  const rank = rankColumns(rules)
  const [folded] = await rowsOf<Folded>(
    tx,
    sql`with fresh as materialized (${countedAttempts(part)}),
      gain as (${sumsByPlayer(rules, sql`fresh`)}),
      moved as materialized (${movedTallies(rules, part)}),
      ranked as materialized (select *, ${rank.score} as score, ${rank.ms} as ms, ${rank.reachedAt} as reached_at
        from moved),
      tallies as (${writeTallies(part.contestNo, sql`ranked`)}),
      scores as (${moveScores(
        part.contestNo,
        sql`select group_no, score, 1 as players from ranked
          union all select old_group_no, old_score, -1 from ranked where known`,
      )}),
      units as (${moveUnits(
        part.contestNo,
        sql`select unit_no, 1 as people, attempts, score from ranked
          union all select old_unit_no, -1, -old_attempts, -old_score from ranked where known`,
      )}),
      hours as (${moveHours(part.contestNo, sumsByHour(sql`fresh`))})
      select (select count(*) from fresh)::int as attempts, (select count(*) from ranked)::int as players`,
  )
  await removeNoughts(tx, part.contestNo)
  return folded!
}

/** Each touched player as they stand now, with what they were in before. */
function movedTallies(rules: RankingRules, part: LogPart): SQL {
  const { contestNo, to } = part
  const kept = sql`g.player_no is null or ${isAsGood(rules, 'o', 'g')}`
  const latest = sql`o.player_no is null or g.latest[1] > o.last_n`
  const plus = (column: string): SQL =>
    sql.raw(`coalesce(o.${column}, 0) + coalesce(g.${column}, 0) as ${column}`)
  return sql`select t.player_no, o.player_no is not null as known,
      o.unit_no as old_unit_no, o.group_no as old_group_no, o.attempts as old_attempts, o.score as old_score,
      greatest(o.last_n, g.latest[1]) as last_n,
      case when ${latest} then g.latest[2] else o.unit_no end as unit_no,
      (case when ${latest} then g.latest[3] else o.group_no end)::smallint as group_no,
      ${plus('attempts')}, ${plus('days')}, ${plus('total')}, ${plus('total_ms')}, ${plus('right_total')},
      case when ${kept} then o.best else g.best end as best,
      case when ${kept} then o.best_ms else g.best_ms end as best_ms,
      case when ${kept} then o.best_at else g.best_at end as best_at,
      coalesce(o.shares, 0) + coalesce(s.points, 0) as shares,
      greatest(o.last_at, g.last_at) as last_at, greatest(o.scored_at, g.scored_at, s.shared_at) as scored_at
    from ${
      rules.share
        ? // Of who has played nothing yet, shares count with their first attempt.
          sql`(select player_no from gain union select player_no from (${sharesOf(part)}) f) t
            left join gain g on g.player_no = t.player_no
            left join contest_tally o on o.contest_no = ${contestNo} and o.player_no = t.player_no
            left join lateral (select sum(points)::int as points, max(shared_at) as shared_at from contest_share
              where contest_no = ${contestNo} and player_no = t.player_no and xid < ${to}::xid8
                and (o.player_no is null or xid >= ${part.from}::xid8)) s on true
            where g.player_no is not null or o.player_no is not null`
        : sql`gain g cross join lateral (select g.player_no) t
            left join contest_tally o on o.contest_no = ${contestNo} and o.player_no = t.player_no
            cross join (select 0 as points, null::timestamptz as shared_at) s`
    }`
}

export const tallyColumns =
  sql.raw(`player_no, last_n, unit_no, group_no, attempts, days, best, best_ms, best_at, total,
  total_ms, right_total, shares, last_at, scored_at, score, ms, reached_at`)
const changing =
  `last_n, unit_no, group_no, attempts, days, best, best_ms, best_at, total, total_ms, right_total, shares,
  last_at, scored_at, score, ms, reached_at`.split(/,\s*/)

export const writeTallies = (contestNo: number, ranked: SQL): SQL => sql`
  insert into contest_tally (contest_no, ${tallyColumns}) select ${contestNo}::int, ${tallyColumns} from ${ranked}
  on conflict (contest_no, player_no) do update
    set ${sql.raw(changing.map(column => `${column} = excluded.${column}`).join(', '))}`

/** `changes`: so many players more or less have these points. */
export const moveScores = (contestNo: number, changes: SQL): SQL => sql`
  insert into contest_tally_score (contest_no, group_no, score, players)
  select ${contestNo}::int, group_no, score, sum(players) from (${changes}) d
  group by group_no, score having sum(players) <> 0
  on conflict (contest_no, group_no, score) do update set players = contest_tally_score.players + excluded.players`

export const moveUnits = (contestNo: number, changes: SQL): SQL => sql`
  insert into contest_unit_tally (contest_no, unit_no, people, attempts, score)
  select ${contestNo}::int, unit_no, sum(people), sum(attempts), sum(score) from (${changes}) d group by unit_no
  on conflict (contest_no, unit_no) do update set people = contest_unit_tally.people + excluded.people,
    attempts = contest_unit_tally.attempts + excluded.attempts, score = contest_unit_tally.score + excluded.score`

export const moveHours = (contestNo: number, sums: SQL): SQL => sql`
  insert into contest_hour (contest_no, hour, unit_no, people, newcomers, attempts, score, used_ms)
  select ${contestNo}::int, hour, unit_no, people, newcomers, attempts, score, used_ms from (${sums}) s
  on conflict (contest_no, hour, unit_no) do update set people = contest_hour.people + excluded.people,
    newcomers = contest_hour.newcomers + excluded.newcomers, attempts = contest_hour.attempts + excluded.attempts,
    score = contest_hour.score + excluded.score, used_ms = contest_hour.used_ms + excluded.used_ms`

/** Rows that a recount would not make. */
export async function removeNoughts(tx: Database, contestNo: number): Promise<void> {
  await tx.execute(sql`delete from contest_tally_score where contest_no = ${contestNo} and players = 0`)
  await tx.execute(sql`delete from contest_unit_tally where contest_no = ${contestNo} and people = 0`)
  await tx.execute(sql`delete from contest_hour where contest_no = ${contestNo} and attempts = 0`)
}

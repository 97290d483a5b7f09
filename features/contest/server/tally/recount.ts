/** Everything counted anew from the log; what the fold has kept must be exactly this. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ContestRules } from '../../contract/index.ts'
import { makeBoards } from './boards.ts'
import { countedAttempts, type LogPart, sharesOf, sumsByHour, sumsByPlayer } from './count-log.ts'
import { hasVoided, holdFold } from './fold-log.ts'
import { type RankingRules, rankColumns } from './ranking-order.ts'

export type CountedContest = { readonly id: string; readonly no: number; readonly rules: ContestRules }

/**
 * Counts again what was folded so far, in the caller's transaction, while nobody folds; answers how many attempts count.
 * What questions were like is counted apart, from answers alone: no change of points touches it.
 */
export async function recount(tx: Database, contest: CountedContest, now: Date): Promise<number> {
  const { no, rules } = contest
  const held = await holdFold(tx, no, true)
  if (!held) return 0
  const part = { contestNo: no, from: '0', to: held.from, voids: await hasVoided(tx, no) }
  for (const table of ['contest_tally', 'contest_tally_score', 'contest_unit_tally', 'contest_hour'])
    await tx.execute(sql`delete from ${sql.raw(table)} where contest_no = ${no}`)
  await tx.execute(sql`insert into contest_tally (contest_no, player_no, last_n, unit_no, group_no, attempts, days, best,
      best_ms, best_at, total, total_ms, right_total, last_at, shares, scored_at, score, ms, reached_at)
    ${tallyRows(rules, part)}`)
  await tx.execute(sql`insert into contest_tally_score (contest_no, group_no, score, players)
    select contest_no, group_no, score, count(*) from contest_tally where contest_no = ${no} group by 1, 2, 3`)
  await tx.execute(sql`insert into contest_unit_tally (contest_no, unit_no, people, attempts, score)
    select contest_no, unit_no, count(*), sum(attempts), sum(score) from contest_tally
    where contest_no = ${no} group by 1, 2`)
  await tx.execute(sql`insert into contest_hour (contest_no, hour, unit_no, people, newcomers, attempts, score, used_ms)
    select ${no}::int, h.* from (${sumsByHour(sql`(${countedAttempts(part)}) c`)}) h`)
  await tx.execute(sql`update contest_fold set folded_at = ${now.toISOString()}::timestamptz
    where contest_no = ${no}`)
  await makeBoards(tx, contest, now)
  const [counted] = await rowsOf<{ attempts: number }>(
    tx,
    sql`select coalesce(sum(attempts), 0)::float8 as attempts from contest_unit_tally where contest_no = ${no}`,
  )
  return counted!.attempts
}

/** Rows of contest_tally as the log has them. */
export function tallyRows(rules: RankingRules, part: LogPart) {
  const rank = rankColumns(rules)
  const shares = rules.share
    ? sharesOf(part)
    : sql`select 0 as player_no, 0 as points, null::timestamptz as shared_at`
  return sql`select ${part.contestNo}::int as contest_no, player_no, last_n, unit_no, group_no, attempts, days, best, best_ms, best_at,
      total, total_ms, right_total, last_at, shares, scored_at,
      ${rank.score} as score, ${rank.ms} as ms, ${rank.reachedAt} as reached_at
    from (select g.player_no, latest[1] as last_n, latest[2] as unit_no, latest[3]::smallint as group_no, attempts, days,
        best, best_ms, best_at, total, total_ms, right_total, last_at, coalesce(s.points, 0) as shares,
        greatest(scored_at, s.shared_at) as scored_at
      from (${sumsByPlayer(rules, sql`(${countedAttempts(part)}) c`)}) g
        left join (${shares}) s on s.player_no = g.player_no) summed`
}

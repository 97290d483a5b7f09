/** What the ranking goes by, as SQL over the columns of contest_tally: a total order with the player's number behind. */
import { type SQL, sql } from '@jianbao/platform/db'
import type { ContestRules } from '../../contract/index.ts'

export type RankingRules = Pick<ContestRules, 'scoring' | 'ties' | 'share'>

/** Of two attempts with the same points the better one comes first; never two that are alike in all of it. */
export const betterFirst = ({ ties }: RankingRules): SQL =>
  ties[0] === 'earlier'
    ? sql`score desc, handed_in_at, used_ms, n`
    : sql`score desc, used_ms, handed_in_at, n`

/** Whether the best attempt of tally `one` is as good as that of `other`. */
export function isAsGood({ ties }: RankingRules, one: string, other: string): SQL {
  const keys = ties[0] === 'earlier' ? ['best_at', 'best_ms'] : ['best_ms', 'best_at']
  const row = (of: string) => [`-${of}.best`, ...keys.map(key => `${of}.${key}`)].join(', ')
  return sql.raw(`(${row(one)}) <= (${row(other)})`)
}

/** Points, first and second tie, of a tally whose sums are in scope. */
export function rankColumns({ scoring, ties }: RankingRules): { score: SQL; ms: SQL; reachedAt: SQL } {
  const points = {
    best: sql`best::bigint + shares`,
    cumulative: sql`total + shares`,
    average: sql`round(100.0 * total / attempts)::bigint + 100 * shares`,
  }[scoring]
  const used = {
    best: sql`best_ms::bigint`,
    cumulative: sql`total_ms`,
    average: sql`round(total_ms::numeric / attempts)::bigint`,
  }[scoring]
  const reached = {
    best: sql`best_at`,
    cumulative: sql`coalesce(scored_at, last_at)`,
    average: sql`last_at`,
  }[scoring]
  const epoch = sql`timestamptz '1970-01-01 00:00:00+00'`
  if (ties[0] === 'earlier')
    return {
      score: points,
      ms: sql`(extract(epoch from ${reached}) * 1000)::bigint`,
      reachedAt: ties[1] === 'time' ? sql`${epoch} + ${used} * interval '1 millisecond'` : epoch,
    }
  return {
    score: points,
    ms: ties[0] === 'time' ? used : sql`0::bigint`,
    reachedAt: ties[1] === 'earlier' ? reached : epoch,
  }
}

import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ContestRules } from '../../../contract/index.ts'

/** Where a player stands by the tallies. */
export type PlayerLine = {
  readonly no: number
  /** Null of somebody who asked to be forgotten. */
  readonly nickname: string | null
  readonly code: string | null
  readonly unitName: string | null
  readonly groupKey: string | null
  /** What the ranking goes by; of an average hundredths. */
  readonly score: number
  readonly ms: number
  readonly attempts: number
}

const fetched = 4096

/** Group by group in the order of the rules, those without one last; within a group as the ranking goes: a total order. */
export const standingOrder = (rules: Pick<ContestRules, 'groups'>): SQL => {
  const keys = JSON.stringify(rules.groups.map(({ key }) => key))
  return sql`(select k.at from jsonb_array_elements_text(${keys}::jsonb) with ordinality as k(key, at)
    where k.key = p.group_key) nulls last, ${rankingOrder}`
}
export const rankingOrder = sql`t.score desc, t.ms, t.reached_at, t.player_no`

/** Time as the ranking counts it; where it does not, that of the best attempt or of all. */
export const timeOfTally = (rules: Pick<ContestRules, 'ties' | 'scoring'>): SQL =>
  rules.ties.includes('time') ? sql`t.ms` : rules.scoring === 'best' ? sql`t.best_ms` : sql`t.total_ms`

/** All players with an attempt that counts, as the tallies stand when it is begun. Inside a transaction. */
export async function* readStandings(
  tx: Database,
  contestNo: number,
  rules: ContestRules,
): AsyncGenerator<PlayerLine> {
  await tx.execute(sql`declare contest_standings cursor for
    select t.player_no as no, case when p.forgotten_at is null then p.nickname end as nickname, p.code, u.name as "unitName",
        p.group_key as "groupKey", t.score::float8 as score, (${timeOfTally(rules)})::float8 as ms, t.attempts
      from contest_tally t
      left join contest_player p on p.contest_no = t.contest_no and p.no = t.player_no
      left join contest_unit u on u.contest_id = (select id from contest where no = ${contestNo}) and u.no = t.unit_no
      where t.contest_no = ${contestNo} and t.attempts > 0
      order by ${standingOrder(rules)}`)
  for (;;) {
    const rows = await rowsOf<PlayerLine>(tx, sql.raw(`fetch ${fetched} from contest_standings`) as SQL)
    yield* rows
    if (rows.length < fetched) break
  }
  await tx.execute(sql`close contest_standings`)
}

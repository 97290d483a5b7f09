import type { Scope } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type ContestPlaying, secondsOf } from '../../contract/index.ts'
import { getContestRow } from './contest.store.ts'

/** Without a limit of time nobody knows how long somebody sits over a paper. */
const guessedSeconds = 900

/**
 * Who is likely still at it: a start leaves nothing behind, so it is told by who handed in within the time of one paper.
 * Throws `not-found`.
 */
export async function countPlaying(
  tx: Database,
  scope: Scope,
  id: string,
  now: Date,
): Promise<ContestPlaying> {
  const { no, rules } = await getContestRow(tx, scope, id)
  const seconds = secondsOf(rules)
  const spanSeconds = Math.max(60, (seconds ?? guessedSeconds) + rules.graceSeconds)
  const since = new Date(now.getTime() - spanSeconds * 1000).toISOString()
  const [counted] = await rowsOf<{ players: number; today: number }>(
    tx,
    sql`select count(distinct player_no) filter (where handed_in_at >= ${since}::timestamptz)::int as players,
        count(distinct player_no)::int as today
      from contest_attempt where contest_no = ${no} and day = ${localDay(now)}::date`,
  )
  return {
    ...counted!,
    minutes: Math.ceil(spanSeconds / 60),
    until: new Date(now.getTime() + ((seconds ?? 0) + rules.graceSeconds) * 1000).toISOString(),
  }
}

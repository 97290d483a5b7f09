import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { dayNumberOf, type Progress } from '../../contract/index.ts'
import type { LiveContest } from './live-contest.ts'
import { signToken, type TokenFacts } from './token.ts'

/** Who plays and how many attempts lie behind: what a ticket is made of. */
export type PlayerFacts = Pick<TokenFacts, 'playerNo' | 'unitNo' | 'groupNo' | 'n' | 'day' | 'nth'>

/** How far a player is, with a ticket for the next attempt. `day` and `nth`: of the last day they played on. */
export function progressOf(contest: LiveContest, player: PlayerFacts, now: number): Progress {
  const { perDay, inAll } = contest.rules.attempts
  const today = player.day === dayNumberOf(now) ? player.nth : 0
  const ticket = signToken(contest.tokenKey, {
    ...player,
    kind: 'ticket',
    contestNo: contest.no,
    run: contest.run,
    withdrawn: 0,
    at: now,
    restarted: false,
  })
  return {
    ticket,
    attempts: player.n,
    today,
    leftToday: perDay === null ? null : Math.max(0, perDay - today),
    leftInAll: inAll === null ? null : Math.max(0, inAll - player.n),
  }
}

/** How many attempts a player has behind them, by the log. */
export async function readAttempts(
  db: Database,
  contestNo: number,
  playerNo: number,
): Promise<Pick<PlayerFacts, 'n' | 'day' | 'nth'>> {
  const [last] = await rowsOf<{ n: number; day: number; nth: number }>(
    db,
    sql`select n, day - date '1970-01-01' as day, nth from contest_attempt
      where contest_no = ${contestNo} and player_no = ${playerNo} order by n desc limit 1`,
  )
  return last ? { n: last.n + 1, day: last.day, nth: last.nth + 1 } : { n: 0, day: 0, nth: 0 }
}

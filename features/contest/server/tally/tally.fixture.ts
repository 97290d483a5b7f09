/** Attempts written straight into the log of an open contest, graded as play would. */

import { localDay } from '@jianbao/platform/clock'
import { type Database, sql } from '@jianbao/platform/db'
import { drawPaper } from '../play/draw-paper.ts'
import { gradePaper } from '../play/grade.ts'
import type { LiveContest } from '../play/live-contest.ts'

export type AttemptWish = {
  readonly player: number
  /** Chooses the answers: the same for the same number. */
  readonly seed: number
  readonly usedMs: number
  /** Hours since the contest's first day began. */
  readonly hour: number
  readonly unit?: number
  readonly group?: number
  readonly late?: boolean
}

/** How far each player is, as their tickets would say. */
export type Ticketbook = Map<number, { n: number; day: string; nth: number }>

const firstDay = Date.parse('2026-09-01T00:00:00+08:00')

/** Hands in one attempt inside `tx`; `live` is the contest as the process that grades it knows it. */
export async function addAttempt(
  tx: Database,
  live: LiveContest,
  book: Ticketbook,
  wish: AttemptWish,
): Promise<void> {
  const { player, seed, usedMs, hour, unit = 1, group = 0, late = false } = wish
  const before = book.get(player)
  const started = firstDay + hour * 3_600_000 + seed
  const day = localDay(new Date(started))
  const n = before ? before.n + 1 : 0
  const nth = before?.day === day ? before.nth + 1 : 0
  book.set(player, { n, day, nth })
  const paper = drawPaper(live.key, live.drawAfter(live.withdrawn), {
    contestNo: live.no,
    playerNo: player,
    n,
  })
  const chosen = paper.questions.map((no, at) => {
    const options = live.questions.get(no)!.options.length
    const place = (seed * 31 + at * 7 + Math.floor(seed / 3) * at) % (options + 1)
    return place === options ? [] : [place]
  })
  const { score, rightCount, marks } = gradePaper(paper, live.graded, chosen, live.rules, late)
  await tx.execute(sql`insert into contest_attempt (contest_no, player_no, n, day, nth, unit_no, group_no, withdrawn,
      graded_after, started_at, handed_in_at, used_ms, score, right_count, marks, answers, flags)
    values (${live.no}, ${player}, ${n}, ${day}, ${nth}, ${unit}, ${group}, ${live.withdrawn}, ${live.withdrawals},
      to_timestamp(${started} / 1000.0), to_timestamp(${started + usedMs} / 1000.0), ${usedMs}, ${score}, ${rightCount},
      ${marks}, ${JSON.stringify(chosen)}, ${late ? 4 : 0})`)
}

/** Passing the contest on, once. */
export async function addShare(
  tx: Database,
  no: number,
  player: number,
  at: number,
  n: number,
): Promise<void> {
  await tx.execute(sql`insert into contest_share (contest_no, player_no, day, n, points, shared_at)
    values (${no}, ${player}, '2026-09-01', ${n}, 2, to_timestamp(${firstDay + at * 60_000} / 1000.0))`)
}

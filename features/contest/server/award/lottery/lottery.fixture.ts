import { randomUUID } from 'node:crypto'
import type { TestApp } from '@jianbao/testkit'
import type { LotteryWish } from '../../../contract/index.ts'
import { addAttempts, type PlayedContest, playedContest, somePlayers } from '../award.fixture.ts'

export const lotteryDays = ['2026-05-01', '2026-05-02'] as const

export const lotteryWish = (wish: Partial<LotteryWish> = {}): LotteryWish => ({
  id: randomUUID(),
  name: '第一轮抽奖',
  prize: '科普图书一套',
  day: null,
  count: 1,
  again: false,
  ...wish,
})

/** A closed contest with a lottery: of its players all but the last two reach what the rules ask for, on both days. */
export async function lotteryContest(
  app: TestApp,
  wish: NonNullable<Parameters<typeof playedContest>[2]> = {},
): Promise<PlayedContest> {
  const { db } = app.connection
  const contest = await playedContest(db, app.sealer, { players: somePlayers(8), ...wish })
  const last = contest.players.length - 2
  await addAttempts(
    db,
    contest,
    contest.players.flatMap(({ no }, at) =>
      lotteryDays.map(day => ({ player: no, score: at < last ? 60 + at : 59, day })),
    ),
  )
  return contest
}

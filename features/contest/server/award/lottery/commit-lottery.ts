import { makeSeed } from '@jianbao/draw'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import type { ContestRules, LotteryWish } from '../../../contract/index.ts'
import { awardKeyOf } from '../award-key.ts'
import type { HeldContest } from '../contest-of-office.ts'
import { countPool, type PoolWish, readPool } from './read-pool.ts'
import { workLottery } from './work-lottery.ts'

export type PreparedLottery = {
  readonly seed: string
  readonly registerHash: string
  readonly seedHash: string
  readonly file: string
  readonly eligible: number
  /** Draws that were finished when the pool was read: another one since, and somebody might win twice. */
  readonly finished: number
}

/** The wish as a pool. Throws `lottery-off`, `lottery-open`, `lottery-day-open`. */
export function poolOf(contest: HeldContest, wish: Pick<LotteryWish, 'day' | 'again'>, now: Date): PoolWish {
  const { lottery } = contest.rules
  if (!lottery) throw new Problem('lottery-off', { title: contest.title })
  if (!['open', 'closed', 'published'].includes(contest.state)) throw new Problem('lottery-open')
  const over = contest.state !== 'open'
  if (wish.day === null && !over) throw new Problem('lottery-open')
  if (wish.day !== null && !over && wish.day >= localDay(now))
    throw new Problem('lottery-day-open', { day: wish.day })
  return { contestId: contest.id, contestNo: contest.no, lottery, day: wish.day, again: wish.again }
}

/** Reads the pool and seals a seed; nothing is written. Not inside a transaction: it takes seconds for many players. */
export async function prepareLottery(
  read: <T>(work: (tx: Database) => Promise<T>) => Promise<T>,
  contest: HeldContest,
  wish: LotteryWish,
  now: Date,
): Promise<PreparedLottery> {
  const pool = poolOf(contest, wish, now)
  const { key, players, finished } = await read(async tx => ({
    key: await awardKeyOf(tx, contest.no),
    players: await readPool(tx, pool),
    finished: await countFinished(tx, contest.id),
  }))
  const head = { name: wish.name, organiser: contest.unitName, count: wish.count }
  const seed = makeSeed()
  const job = { kind: 'commit', head, players, drawId: wish.id, key, seed } as const
  const { register: registerHash, seed: seedHash, file } = await workLottery(job)
  return { seed, registerHash, seedHash, file, eligible: players.length, finished }
}

const countFinished = async (tx: Database, contestId: string): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from contest_draw where contest_id = ${contestId} and drawn_at is not null`,
  )
  return row!.count
}

/** 承诺: the register and both hashes become public. Sent again under the same id it is the same draw. */
export async function commitLottery(
  tx: Database,
  contest: HeldContest,
  wish: LotteryWish,
  prepared: PreparedLottery,
  by: { readonly name: string; readonly now: Date; readonly sealer: Sealer },
  entry: EntryDraft,
): Promise<void> {
  entry.words = wish.name
  // The draws of a contest are committed to one after the other.
  await withRole(tx, 'owner', () =>
    tx.execute(sql`select 1 from contest where id = ${contest.id} for update`),
  )
  const [same] = await rowsOf(
    tx,
    sql`select 1 from contest_draw where id = ${wish.id} and contest_id = ${contest.id}`,
  )
  if (same) return
  await refuseMore(tx, contest, wish.day, prepared.finished)
  const at = by.now.toISOString()
  await tx.execute(sql`insert into contest_draw (id, contest_id, no, name, prize, day, count, again, eligible,
      register_hash, seed_hash, committed_at, by_name)
    select ${wish.id}, ${contest.id}, coalesce(max(no), 0) + 1, ${wish.name.trim()}, ${wish.prize.trim()}, ${wish.day},
      ${wish.count}, ${wish.again}, ${prepared.eligible}, ${prepared.registerHash}, ${prepared.seedHash}, ${at}, ${by.name}
    from contest_draw where contest_id = ${contest.id}`)
  await tx.execute(sql`insert into contest_draw_file (draw_id, file) values (${wish.id}, ${prepared.file})`)
  await withRole(tx, 'owner', () =>
    tx.execute(sql`insert into contest_draw_seed (draw_id, sealed)
      values (${wish.id}, ${by.sealer.seal(prepared.seed, wish.id)})`),
  )
  entry.after = { register: prepared.registerHash, seed: prepared.seedHash, eligible: prepared.eligible }
}

async function refuseMore(
  tx: Database,
  { id, rules }: { id: string; rules: ContestRules },
  day: string | null,
  finished: number,
): Promise<void> {
  const [row] = await rowsOf<{ pending: number; finished: number; ofDay: number }>(
    tx,
    sql`select count(*) filter (where state = 'committed')::int as pending,
        count(*) filter (where drawn_at is not null)::int as finished,
        count(*) filter (where state <> 'void' and day = ${day}::date)::int as "ofDay"
      from contest_draw where contest_id = ${id}`,
  )
  if (row!.pending > 0) throw new Problem('lottery-pending')
  if (row!.finished !== finished) throw new Problem('lottery-changed')
  const most = rules.lottery?.drawsADay ?? 0
  if (day !== null && row!.ofDay >= most) throw new Problem('lottery-day-done', { day, draws: most })
}

/** What a draw could be made of now. */
export async function viewPool(
  tx: Database,
  contest: HeldContest,
  wish: Pick<LotteryWish, 'day' | 'again'>,
  now: Date,
  language: 'zh' | 'en',
): Promise<{ eligible: number; blocked: string | null }> {
  try {
    const pool = poolOf(contest, wish, now)
    const eligible = await countPool(tx, pool)
    await refuseMore(tx, contest, wish.day, await countFinished(tx, contest.id))
    return { eligible, blocked: null }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { eligible: 0, blocked: error.text(language) }
  }
}

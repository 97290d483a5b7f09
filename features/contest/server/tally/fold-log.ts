/** One step of following a contest's log: whole transactions of it, all of them settled, counted in one transaction. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ContestRules } from '../../contract/index.ts'
import type { LiveContest } from '../play/live-contest.ts'
import { foldPart } from './fold-part.ts'
import { regradePart } from './regrade-part.ts'

/** So many attempts at once that the statement does not count, and nobody who voids one waits long. */
const mostRows = 20_000

export type FoldHeld = { readonly from: string; readonly horizon: string }

/**
 * Takes the contest's place in the log for this transaction; null when another process folds it (`wait`: never then).
 * `horizon`: of transactions before it none runs any more, so none of their rows can come later.
 */
export async function holdFold(tx: Database, contestNo: number, wait = false): Promise<FoldHeld | null> {
  const [held] = await rowsOf<FoldHeld>(
    tx,
    sql`select folded_to::text as from from contest_fold where contest_no = ${contestNo}
      for update ${wait ? sql`` : sql`skip locked`}`,
  )
  if (!held) return null
  // Asked for after the lock is held: whoever folded before has moved the place on.
  return { from: held.from, horizon: await settledFrom(tx, held.from) }
}

/** Of transactions before the answer none runs any more; never before `from`. */
export async function settledFrom(tx: Database, from: string): Promise<string> {
  const [now] = await rowsOf<{ horizon: string }>(
    tx,
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`,
  )
  return BigInt(now!.horizon) > BigInt(from) ? now!.horizon : from
}

export type FoldStep = 'caught-up' | 'more' | 'behind'
export type FoldedContest = { readonly id: string; readonly no: number; readonly rules: ContestRules }
type FoldWish = {
  readonly now: Date
  /** The contest as it is played, for attempts that know too few withdrawals; `behind` when it knows too few itself. */
  readonly live?: LiveContest | null
  readonly most?: number
}

/** Counts what is new up to `most` attempts; null when another process is at it. */
export async function foldLog(
  tx: Database,
  { id, no, rules }: FoldedContest,
  { now, live = null, most = mostRows }: FoldWish,
): Promise<FoldStep | null> {
  const held = await holdFold(tx, no)
  if (!held) return null
  const { from } = held
  const to = await partEnd(tx, no, held, most)
  if (to === null) return 'caught-up'
  if ((await regradeFresh(tx, { id, no }, live, { from, to })) === 'behind') return 'behind'
  const voids = await hasVoided(tx, no)
  await foldPart(tx, rules, { contestNo: no, from, to, voids })
  await tx.execute(sql`update contest_fold set folded_to = ${to}::xid8, folded_at = ${now.toISOString()}::timestamptz
    where contest_no = ${no}`)
  return to === held.horizon ? 'caught-up' : 'more'
}

type Span = { readonly from: string; readonly to: string }

/** How many questions were withdrawn; the fold is held, so none is while it lasts. */
async function countWithdrawals(tx: Database, id: string): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    sql`select coalesce(max(withdrawn_no), 0)::int as count from contest_question where contest_id = ${id}`,
  )
  return row!.count
}

/** Attempts that were graded before the last withdrawal, by a process that had not heard of it, are graded anew first. */
async function regradeFresh(
  tx: Database,
  { id, no }: Pick<FoldedContest, 'id' | 'no'>,
  live: LiveContest | null,
  { from, to }: Span,
): Promise<'done' | 'behind'> {
  const withdrawn = await countWithdrawals(tx, id)
  if (withdrawn === 0) return 'done'
  const old = await rowsOf(
    tx,
    sql`select from contest_attempt where contest_no = ${no} and xid >= ${from}::xid8 and xid < ${to}::xid8
        and graded_after < ${withdrawn} order by xid limit 1`,
  )
  if (!old.length) return 'done'
  if (!live || live.withdrawals < withdrawn) return 'behind'
  await regradePart(tx, live, { from, to })
  return 'done'
}

/** Up to where the next part goes: transactions stay whole. Null: there is nothing new. */
export async function partEnd(
  tx: Database,
  contestNo: number,
  { from, horizon }: FoldHeld,
  most: number,
): Promise<string | null> {
  const span = sql`contest_no = ${contestNo} and xid >= ${from}::xid8 and xid < ${horizon}::xid8`
  // In the order of the index, also where one row would do: a planner that takes many for new would read from the start.
  const [row] = await rowsOf<{ last: string | null; any: boolean }>(
    tx,
    sql`select (select a.xid::text from contest_attempt a where ${span} order by a.xid offset ${most - 1} limit 1) as last,
      (select true from contest_attempt a where ${span} order by a.xid limit 1) or
        exists (select from contest_share where ${span}) as any`,
  )
  if (!row!.any) return null
  return row!.last === null ? horizon : String(BigInt(row!.last) + 1n)
}

export async function hasVoided(tx: Database, contestNo: number): Promise<boolean> {
  const [row] = await rowsOf<{ some: boolean | null }>(
    tx,
    sql`select (select true from contest_attempt where contest_no = ${contestNo} and voided
      order by player_no, day limit 1) as some`,
  )
  return row!.some === true
}

/** Whether there is anything to do for a contest's tallies: asked every second, without a lock or a write. */
export async function hasNews(db: Database, contestNo: number): Promise<boolean> {
  const beyond = sql`xid >= (select folded_to from contest_fold where contest_no = ${contestNo})`
  const [row] = await rowsOf<{ news: boolean | null }>(
    db,
    sql`select (select true from contest_attempt where contest_no = ${contestNo} and ${beyond} order by xid limit 1)
      or exists (select from contest_share where contest_no = ${contestNo} and ${beyond})
      or exists (select from contest_fold where contest_no = ${contestNo} and boards_to <> folded_to)
      or exists (select from contest_regrade where contest_no = ${contestNo} and finished_at is null) as news`,
  )
  return row!.news === true
}

/** One step of following a contest's log: whole transactions of it, all of them settled, counted in one transaction. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ContestRules } from '../../contract/index.ts'
import { foldPart } from './fold-part.ts'

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
  const [now] = await rowsOf<{ horizon: string }>(
    tx,
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`,
  )
  const horizon = BigInt(now!.horizon) > BigInt(held.from) ? now!.horizon : held.from
  return { from: held.from, horizon }
}

export type FoldStep = { readonly attempts: number; readonly more: boolean }

/** Counts what is new up to `most` attempts; null when another process is at it. */
export async function foldLog(
  tx: Database,
  contest: { readonly no: number; readonly rules: ContestRules },
  now: Date,
  most = mostRows,
): Promise<FoldStep | null> {
  const held = await holdFold(tx, contest.no)
  if (!held) return null
  const { from } = held
  const to = await partEnd(tx, contest.no, held, most)
  if (to === null) return { attempts: 0, more: false }
  const voids = await hasVoided(tx, contest.no)
  const folded = await foldPart(tx, contest.rules, { contestNo: contest.no, from, to, voids })
  await tx.execute(sql`update contest_fold set folded_to = ${to}::xid8, folded_at = ${now.toISOString()}::timestamptz
    where contest_no = ${contest.no}`)
  return { attempts: folded.attempts, more: to !== held.horizon }
}

/** Up to where the next part goes: transactions stay whole. Null: there is nothing new. */
async function partEnd(
  tx: Database,
  contestNo: number,
  { from, horizon }: FoldHeld,
  most: number,
): Promise<string | null> {
  const span = sql`contest_no = ${contestNo} and xid >= ${from}::xid8 and xid < ${horizon}::xid8`
  const [row] = await rowsOf<{ last: string | null; any: boolean }>(
    tx,
    sql`select (select a.xid::text from contest_attempt a where ${span} order by a.xid offset ${most - 1} limit 1) as last,
      exists (select from contest_attempt where ${span}) or exists (select from contest_share where ${span}) as any`,
  )
  if (!row!.any) return null
  return row!.last === null ? horizon : String(BigInt(row!.last) + 1n)
}

export async function hasVoided(tx: Database, contestNo: number): Promise<boolean> {
  const [row] = await rowsOf<{ some: boolean }>(
    tx,
    sql`select exists (select from contest_attempt where contest_no = ${contestNo} and voided) as some`,
  )
  return row!.some
}

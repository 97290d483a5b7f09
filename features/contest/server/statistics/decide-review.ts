/** 有效 or 作废: what a person says of flagged attempts, with the reason; many at once with the same one. */
import { Problem } from '@jianbao/errors'
import type { Person, Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { ReviewDecision, ReviewOutcome } from '../../contract/index.ts'
import { restoreAttempts, voidAttempts } from '../tally/void-attempts.ts'
import { getWholeContest } from './counted-contest.ts'
import { mayReview } from './get-review.ts'

type Reviewer = { readonly person: Person; readonly now: Date }

/**
 * Those that are decided so already stay as they are. Throws `not-found` for an attempt that is not there, was never
 * flagged, or a contest that is not the caller's to review now.
 */
export async function decideReview(
  tx: Database,
  scope: Scope,
  id: string,
  { attempts, decision, reason }: ReviewDecision,
  { person, now }: Reviewer,
  entry: EntryDraft,
): Promise<ReviewOutcome> {
  const contest = await getWholeContest(tx, scope, id)
  if (!mayReview(contest, person)) throw new Problem('not-found')
  entry.words = contest.head.title
  entry.unitId = contest.unitId
  const named = [...new Map(attempts.map(its => [`${its.player} ${its.n}`, its])).values()]
  const list = sql`jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as w (player int, n int)`
  const found = await rowsOf<{ player: number; n: number; voided: boolean; reviewed: boolean }>(
    tx,
    sql`select a.player_no as player, a.n, a.voided, a.reviewed_at is not null as reviewed
      from contest_attempt a join ${list} on w.player = a.player_no and w.n = a.n
      where a.contest_no = ${contest.no} and a.flags > 0`,
  )
  if (found.length < named.length) throw new Problem('not-found')
  const pick = (some: typeof found) => some.map(({ player, n }) => ({ player, n }))
  const review = { byName: person.name, reason, at: now }
  let changed: number
  if (decision === 'void')
    changed = await voidAttempts(tx, contest, pick(found.filter(({ voided }) => !voided)), review)
  else {
    changed = await restoreAttempts(tx, contest, pick(found.filter(({ voided }) => voided)), review)
    changed += await noteValid(
      tx,
      contest.no,
      pick(found.filter(({ voided, reviewed }) => !voided && !reviewed)),
      review,
    )
  }
  entry.after = {
    decision,
    reason,
    changed,
    attempts: named.map(({ player, n }) => `${player}/${n}`).join(' '),
  }
  return { changed, unchanged: named.length - changed }
}

/** What counts goes on counting; nothing but the look itself is written. */
async function noteValid(
  tx: Database,
  no: number,
  attempts: readonly { player: number; n: number }[],
  { byName, reason, at }: { byName: string; reason: string; at: Date },
): Promise<number> {
  if (attempts.length === 0) return 0
  const list = sql`jsonb_to_recordset(${JSON.stringify(attempts)}::jsonb) as w (player int, n int)`
  const noted = await withRole(tx, 'owner', () =>
    rowsOf(
      tx,
      sql`update contest_attempt a set reviewed_at = ${at.toISOString()}::timestamptz, reviewed_name = ${byName},
          review_note = ${reason}
        from ${list} where a.contest_no = ${no} and a.player_no = w.player and a.n = w.n and not a.voided
          and a.reviewed_at is null returning a.n`,
    ),
  )
  return noted.length
}

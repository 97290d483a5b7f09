/** Attempts an office found unfair count for nothing, and again when it was wrong; the log itself stays. */
import { type Database, rowsOf, type SQL, sql, withRole } from '@jianbao/platform/db'
import type { ContestRules } from '../../contract/index.ts'
import { holdFold } from './fold-log.ts'
import { replayPlayers } from './replay-players.ts'

export type AttemptName = { readonly player: number; readonly n: number }
export type Review = { readonly byName: string; readonly reason: string; readonly at: Date }

/**
 * Takes attempts out of everything that is counted, with who said so and why. Answers how many were counted before; those
 * that are void already stay as they are. In the caller's transaction, whose scope holds the contest.
 */
export const voidAttempts = (
  tx: Database,
  contest: { readonly no: number; readonly rules: ContestRules },
  attempts: readonly AttemptName[],
  review: Review,
): Promise<number> => changeAttempts(tx, contest, attempts, review, true)

/** A second look: voided attempts count again. Answers how many were void before. */
export const restoreAttempts = (
  tx: Database,
  contest: { readonly no: number; readonly rules: ContestRules },
  attempts: readonly AttemptName[],
  review: Review,
): Promise<number> => changeAttempts(tx, contest, attempts, review, false)

async function changeAttempts(
  tx: Database,
  { no, rules }: { readonly no: number; readonly rules: ContestRules },
  attempts: readonly AttemptName[],
  { byName, reason, at }: Review,
  voided: boolean,
): Promise<number> {
  return withRole(tx, 'owner', async () => {
    const held = await holdFold(tx, no, true)
    if (!held) return 0
    // Nobody grades the same attempts anew meanwhile.
    await tx.execute(sql`select from contest_regrade where contest_no = ${no} for update`)
    const named = sql`jsonb_to_recordset(${JSON.stringify(attempts)}::jsonb) as w (player int, n int)`
    const rows = await rowsOf<{ player: number; n: number }>(
      tx,
      sql`select a.player_no as player, a.n from contest_attempt a join ${named} on w.player = a.player_no and w.n = a.n
        where a.contest_no = ${no} and a.voided <> ${voided}`,
    )
    if (!rows.length) return 0
    const changed = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (player int, n int)`
    const players = [...new Set(rows.map(({ player }) => player))]
    const part = { contestNo: no, from: '0', to: held.from, voids: true, players }
    await replayPlayers(tx, rules, part, async () => {
      await tx.execute(sql`update contest_attempt a set voided = ${voided},
          reviewed_at = ${at.toISOString()}::timestamptz, reviewed_name = ${byName}, review_note = ${reason}
        from ${changed} where a.contest_no = ${no} and a.player_no = w.player and a.n = w.n`)
    })
    await noteQuestions(tx, no, changed, voided ? -1 : 1)
    return rows.length
  })
}

/** What questions were like follows in the background: these attempts were counted for it, or were not. */
async function noteQuestions(tx: Database, no: number, changed: SQL, change: 1 | -1): Promise<void> {
  await tx.execute(sql`select from contest_question_fold where contest_no = ${no} for update`)
  await tx.execute(sql`insert into contest_question_due (contest_no, player_no, n, change)
    select ${no}::int, a.player_no, a.n, ${change}::int from contest_attempt a
      join contest_question_fold f on f.contest_no = a.contest_no and a.xid < f.folded_to
      join ${changed} on w.player = a.player_no and w.n = a.n
    where a.contest_no = ${no}
    on conflict (contest_no, player_no, n) do update set change = contest_question_due.change + excluded.change`)
}

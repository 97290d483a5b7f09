import { Problem } from '@jianbao/errors'
import { sql } from 'drizzle-orm'
import type { Clock } from '../clock/index.ts'
import { type Database, rowsOf } from '../db/index.ts'

/** After this many wrong passwords in a row a name rests; a guesser gets some 1,400 tries a day, a clerk waits. */
const freeFailures = 8
const restSeconds = 60

/** Throws `sign-in-resting` while `username` rests after wrong passwords. */
export async function refuseWhileResting(db: Database, clock: Clock, username: string): Promise<void> {
  const rows = await rowsOf<{ failures: number; last_at: string | Date }>(
    db,
    sql`select failures, last_at from sign_in_failure where username = ${fold(username)}`,
  )
  const row = rows[0]
  if (!row || row.failures < freeFailures) return
  const leftMs = new Date(row.last_at).getTime() + restSeconds * 1000 - clock.now().getTime()
  if (leftMs > 0) throw new Problem('sign-in-resting', { retryAfterSeconds: Math.ceil(leftMs / 1000) })
}

/** Notes how a sign-in went: a success forgets the failures before it. */
export async function noteSignIn(
  db: Database,
  clock: Clock,
  username: string,
  success: boolean,
): Promise<void> {
  const name = fold(username)
  if (success) await db.execute(sql`delete from sign_in_failure where username = ${name}`)
  else
    await db.execute(sql`insert into sign_in_failure (username, failures, last_at)
      values (${name}, 1, ${clock.now().toISOString()})
      on conflict (username) do update set failures = sign_in_failure.failures + 1, last_at = excluded.last_at`)
}

/** As better-auth folds names; cut so that a stranger cannot fill the table with long ones. */
function fold(username: string): string {
  return username.toLowerCase().slice(0, 64)
}

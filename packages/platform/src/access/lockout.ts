import { Problem } from '@jianbao/errors'
import { sql } from 'drizzle-orm'
import type { Clock } from '../clock/index.ts'
import { type Database, rowsOf } from '../db/index.ts'

/** After this many wrong passwords in a row a name rests; a guesser gets some 1,400 tries a day, a clerk waits. */
const freeFailures = 8
const restSeconds = 60

/**
 * Counts one more try of `username` before its password is looked at, so that many at once cannot slip past the limit.
 * Throws `sign-in-resting` while the name rests after wrong passwords; those tries are not counted.
 */
export async function countTry(db: Database, clock: Clock, username: string): Promise<void> {
  const name = fold(username)
  const now = clock.now()
  const rested = new Date(now.getTime() - restSeconds * 1000)
  const counted = await rowsOf(
    db,
    sql`insert into sign_in_failure (username, failures, last_at) values (${name}, 1, ${now.toISOString()})
      on conflict (username) do update set failures = sign_in_failure.failures + 1, last_at = excluded.last_at
        where sign_in_failure.failures < ${freeFailures} or sign_in_failure.last_at <= ${rested.toISOString()}
      returning 1`,
  )
  if (counted.length) return
  const rows = await rowsOf<{ last_at: string | Date }>(
    db,
    sql`select last_at from sign_in_failure where username = ${name}`,
  )
  const leftMs = rows[0] ? new Date(rows[0].last_at).getTime() - rested.getTime() : 0
  throw new Problem('sign-in-resting', { retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)) })
}

/** A success forgets the wrong passwords before it. */
export async function forgetTries(db: Database, username: string): Promise<void> {
  await db.execute(sql`delete from sign_in_failure where username = ${fold(username)}`)
}

/** As better-auth folds names; cut so that a stranger cannot fill the table with long ones. */
function fold(username: string): string {
  return username.toLowerCase().slice(0, 64)
}

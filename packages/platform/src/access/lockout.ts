import { createHmac } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { sql } from 'drizzle-orm'
import type { Clock } from '../clock/index.ts'
import { type Database, rowsOf } from '../db/index.ts'
import type { SecurityPolicy } from './security-policy.ts'

/**
 * Under which key the tries of a name are counted: the id of its account, else a keyed hash, because a name that nobody
 * has may be a password typed into the wrong field. Cut, so that long ones cost a stranger's time alone.
 */
export function lockoutKey(secret: string, username: string, accountId: string | null): string {
  if (accountId) return accountId
  return `?${createHmac('sha256', secret).update(username.toLowerCase().slice(0, 64)).digest('base64url')}`
}

/**
 * Counts one more try of `who` before its password is looked at, so that many at once cannot slip past the limit.
 * Returns how many there were in a row, this one included. Throws `sign-in-resting` while the name rests after too
 * many of them; those tries are not counted. After the rest one begins anew.
 */
export async function countTry(
  db: Database,
  clock: Clock,
  { failures, restMinutes }: Pick<SecurityPolicy, 'failures' | 'restMinutes'>,
  who: string,
): Promise<number> {
  const now = clock.now()
  const rested = new Date(now.getTime() - restMinutes * 60_000)
  const [counted] = await rowsOf<{ failures: number }>(
    db,
    sql`insert into sign_in_failure (who, failures, last_at) values (${who}, 1, ${now.toISOString()})
      on conflict (who) do update set last_at = excluded.last_at,
          failures = case when sign_in_failure.last_at <= ${rested.toISOString()} then 1
            else sign_in_failure.failures + 1 end
        where sign_in_failure.failures < ${failures} or sign_in_failure.last_at <= ${rested.toISOString()}
      returning failures`,
  )
  if (counted) return counted.failures
  const [row] = await rowsOf<{ last_at: string | Date }>(
    db,
    sql`select last_at from sign_in_failure where who = ${who}`,
  )
  const leftMs = row ? new Date(row.last_at).getTime() - rested.getTime() : 0
  throw new Problem('sign-in-resting', {
    retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)),
    minutes: Math.max(1, Math.ceil(leftMs / 60_000)),
  })
}

/** A success forgets the wrong passwords before it; so does a new password from the administrator. */
export async function forgetTries(db: Database, who: string): Promise<void> {
  await db.execute(sql`delete from sign_in_failure where who = ${who}`)
}

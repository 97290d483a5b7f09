/** What the trail says of signing in. Names nobody has are not written down: they may be passwords. */

import { endDeadSessions, type SessionMethod } from '../access/index.ts'
import { noteDeed, noteRefusal } from '../audit/index.ts'
import { sql } from '../db/index.ts'
import type { RouteServices } from './mount-routes.ts'

const stranger = { kind: 'person', id: 'anonymous' } as const

/** Somebody was not let in; `personId` is whose account they tried, null where there is none. */
export function noteRefused(
  { db, clock }: RouteServices,
  personId: string | null,
  code: string,
  action = 'session.sign-in',
): Promise<void> {
  return noteRefusal(db, clock, { actor: stranger, action, object: personId }, code)
}

/** A name rests from here on, after too many wrong passwords or codes. */
export function noteLocked(
  { db, clock }: RouteServices,
  personId: string | null,
  failures: number,
): Promise<void> {
  const deed = { actor: { kind: 'system', id: 'sign-in' }, action: 'account.rest', object: personId } as const
  return noteDeed(db, clock, deed, { after: { failures } })
}

/** Somebody came in; the session keeps how. Sessions that died unseen leave the table on the way. */
export async function noteSignedIn(
  { db, clock }: RouteServices,
  personId: string,
  { token, method }: { token: string; method: SessionMethod },
): Promise<void> {
  const now = clock.now().toISOString()
  await db.execute(
    sql`update account_session set method = ${method}, last_seen_at = ${now} where token = ${token}`,
  )
  const deed = {
    actor: { kind: 'person', id: personId },
    action: 'session.sign-in',
    object: personId,
  } as const
  await noteDeed(db, clock, deed, { after: { method } })
  await endDeadSessions(db, clock)
}

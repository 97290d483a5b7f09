/** Sessions: how long they live, who sees them, how they end. No address is kept of any, and of the device two words. */
import type { IncomingHttpHeaders } from 'node:http'
import { sql } from 'drizzle-orm'
import { noteDeed } from '../audit/index.ts'
import type { Clock } from '../clock/index.ts'
import { type Database, plannedOnce, rowsOf, withRole } from '../db/index.ts'

export type SessionMethod = 'password' | 'two-factor' | 'oidc'

/** What is known of a living session beside whose it is. */
export type LivingSession = {
  readonly id: string
  readonly method: SessionMethod
  /** The password is older than the policy allows. */
  readonly passwordLapsed: boolean
}

/** Signs of life are written down at most this often. */
const noteEverySeconds = 30

type Found = {
  id: string
  userId: string
  method: SessionMethod
  lapsed: boolean
  idle: boolean
  stale: boolean
}

/**
 * The living session of `token`, which lives on by being asked for, unless the page asks by itself (`isBackground`).
 * One that lay idle for as long as the policy allows is ended and gone: null.
 */
export async function keepSession(
  { db, clock }: { db: Database; clock: Clock },
  token: string,
  background: boolean,
): Promise<LivingSession | null> {
  const now = clock.now().toISOString()
  const [found] = await rowsOf<Found>(
    db,
    plannedOnce(sql`select s.id, s.user_id as "userId", s.method,
        p.password_days > 0 and u.password_set_at + make_interval(days => p.password_days) <= ${now} as lapsed,
        s.last_seen_at + make_interval(mins => p.idle_minutes) < ${now} as idle,
        s.last_seen_at + make_interval(secs => ${noteEverySeconds}) < ${now} as stale
      from account_session s join account_user u on u.id = s.user_id cross join security_policy p
      where s.token = ${token}`),
  )
  if (!found) return null
  if (found.idle) {
    await endDeadSessions(db, clock, sql`s.token = ${token}`)
    return null
  }
  if (found.stale && !background)
    await db.execute(sql`update account_session set last_seen_at = ${now} where token = ${token}`)
  return { id: found.id, method: found.method, passwordLapsed: found.lapsed }
}

/** Whether a page asks by itself, without anybody at it: such a request keeps no session alive. */
export function isBackground(headers: IncomingHttpHeaders): boolean {
  return headers['x-jianbao-background'] !== undefined || headers.accept === 'text/event-stream'
}

/** Ends sessions that lay idle too long or ran out, each with its entry in the trail; all of them or those `which` names. */
export async function endDeadSessions(db: Database, clock: Clock, which = sql`true`): Promise<void> {
  const now = clock.now().toISOString()
  await db.transaction(async tx => {
    const ended = await rowsOf<{ userId: string; idle: boolean }>(
      tx,
      sql`delete from account_session s using security_policy p
        where ${which} and (s.last_seen_at + make_interval(mins => p.idle_minutes) < ${now} or s.expires_at < ${now})
        returning s.user_id as "userId", s.expires_at >= ${now} as idle`,
    )
    for (const { userId, idle } of ended) {
      const deed = {
        actor: { kind: 'system', id: 'session' },
        action: 'session.lapse',
        object: userId,
      } as const
      await noteDeed(tx, clock, deed, { after: { reason: idle ? 'idle' : 'expired' } })
    }
  })
}

export type AccountSession = {
  readonly id: string
  /** `Chrome · Windows`, null where the browser said nothing. */
  readonly userAgent: string | null
  readonly method: SessionMethod
  readonly startedAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
}

/** Living sessions of a person, the last used first. */
export function listSessions(tx: Database, userId: string, now: Date): Promise<AccountSession[]> {
  const at = now.toISOString()
  return withRole(tx, 'owner', async () => {
    const rows = await rowsOf<AccountSession>(
      tx,
      sql`select s.id, nullif(s.user_agent, '') as "userAgent", s.method, s.created_at as "startedAt",
          s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt"
        from account_session s cross join security_policy p
        where s.user_id = ${userId} and s.expires_at > ${at}
          and s.last_seen_at + make_interval(mins => p.idle_minutes) >= ${at}
        order by s.last_seen_at desc, s.id limit 100`,
    )
    return rows.map(row => ({
      ...row,
      startedAt: new Date(row.startedAt).toISOString(),
      lastSeenAt: new Date(row.lastSeenAt).toISOString(),
      expiresAt: new Date(row.expiresAt).toISOString(),
    }))
  })
}

/** Ends the session with `sessionId` of a person, or all of theirs. Returns how many ended. */
export function endSessions(tx: Database, userId: string, sessionId?: string): Promise<number> {
  return endThose(
    tx,
    sql`user_id = ${userId} and ${sessionId === undefined ? sql`true` : sql`id = ${sessionId}`}`,
  )
}

/** Ends all sessions of a person but the one with `sessionId`. Returns how many ended. */
export function endOtherSessions(tx: Database, userId: string, sessionId: string): Promise<number> {
  return endThose(tx, sql`user_id = ${userId} and id <> ${sessionId}`)
}

function endThose(tx: Database, which: ReturnType<typeof sql>): Promise<number> {
  return withRole(tx, 'owner', async () => {
    const ended = await rowsOf(tx, sql`delete from account_session where ${which} returning 1`)
    return ended.length
  })
}

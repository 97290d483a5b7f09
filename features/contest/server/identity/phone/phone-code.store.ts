import { randomInt } from 'node:crypto'
import type { Clock } from '@jianbao/platform/clock'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { keyedHash } from '../identity-of.ts'

export const goodForSeconds = 300
export const againInSeconds = 60
export const mostTries = 5
export const mostADay = 10

type Services = { readonly db: Database; readonly clock: Clock; readonly secret: string }
/** `phone`: keyed hash of the number, as its player would have. */
type Phone = { readonly contestNo: number; readonly phone: Buffer }

const hashOf = (secret: string, contestId: string, phone: Buffer, code: string): Buffer =>
  keyedHash(secret, contestId, 'one-time', `${phone.toString('hex')}\n${code}`)

/** Makes a code in the place of the one before. Answers it, or why there is none now. */
export async function issuePhoneCode(
  { db, clock, secret }: Services,
  { contestNo, contestId, phone }: Phone & { readonly contestId: string },
): Promise<{ code: string } | { waitSeconds: number } | 'many'> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const now = clock.now()
  const at = now.toISOString()
  const day = localDay(now)
  const expires = new Date(now.getTime() + goodForSeconds * 1000).toISOString()
  const early = new Date(now.getTime() - againInSeconds * 1000).toISOString()
  const [issued] = await rowsOf(
    db,
    sql`insert into contest_phone_code as its (contest_no, phone, hash, tries, sent_at, expires_at, day, sends)
      values (${contestNo}, ${phone}, ${hashOf(secret, contestId, phone, code)}, 0, ${at}, ${expires}, ${day}, 1)
      on conflict (contest_no, phone) do update set hash = excluded.hash, tries = 0, sent_at = excluded.sent_at,
        expires_at = excluded.expires_at, day = excluded.day,
        sends = case when its.day = excluded.day then its.sends + 1 else 1 end
      where its.sent_at <= ${early} and (its.day <> excluded.day or its.sends < ${mostADay})
      returning sends`,
  )
  if (issued) return { code }
  const [last] = await rowsOf<{ sentAt: string | Date; sends: number; today: boolean }>(
    db,
    sql`select sent_at as "sentAt", sends, day = ${day} as today from contest_phone_code
      where contest_no = ${contestNo} and phone = ${phone}`,
  )
  if (last?.today && last.sends >= mostADay) return 'many'
  const sent = last ? new Date(last.sentAt).getTime() : now.getTime()
  return { waitSeconds: Math.max(1, Math.ceil((sent - now.getTime()) / 1000) + againInSeconds) }
}

/** One try at the code of a phone. What is wrong counts at once, whatever becomes of the rest. */
export async function checkPhoneCode(
  { db, clock, secret }: Services,
  { contestNo, contestId, phone, code }: Phone & { readonly contestId: string; readonly code: string },
): Promise<'right' | 'lapsed' | { readonly left: number }> {
  const hash = hashOf(secret, contestId, phone, code)
  const [tried] = await rowsOf<{ right: boolean; tries: number }>(
    db,
    sql`update contest_phone_code set tries = case when hash = ${hash} then tries else tries + 1 end
      where contest_no = ${contestNo} and phone = ${phone} and hash is not null and tries < ${mostTries}
        and expires_at > ${clock.now().toISOString()}
      returning hash = ${hash} as right, tries`,
  )
  if (!tried) return 'lapsed'
  return tried.right ? 'right' : { left: mostTries - tried.tries }
}

/** The code is used up; when the next may be sent and how many there were stays known. */
export async function spendPhoneCode(db: Database, { contestNo, phone }: Phone): Promise<void> {
  await db.execute(
    sql`update contest_phone_code set hash = null where contest_no = ${contestNo} and phone = ${phone}`,
  )
}

import { randomInt, timingSafeEqual } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { localDay } from '../clock/index.ts'
import { type Database, rowsOf, sql } from '../db/index.ts'
import { SealBroken, type Sealer } from '../seal/index.ts'
import { codeRules, maskMailAddress } from './mail.rules.ts'
import type { MailProblem } from './open-transport.ts'

/** How mail to a person stands, as their own page shows it: addresses are masked. */
export type MailWish = {
  /** Where mail goes now. */
  readonly address: string | null
  /** Asked for, waiting for its code. */
  readonly pending: string | null
  readonly pendingUntil: string | null
  readonly daily: boolean
  readonly muted: string[]
  /** Why the last mail could not be delivered. */
  readonly problem: MailProblem | null
}

type Row = {
  address_sealed: string | null
  pending_sealed: string | null
  code_sealed: string | null
  code_until: Date | string | null
  asked_day: string | null
  asked_count: number
  daily: boolean
  muted: string[]
  problem: MailProblem | null
}

async function findRow(tx: Database, personId: string, held = false): Promise<Row | null> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`select address_sealed, pending_sealed, code_sealed, code_until, asked_day::text as asked_day,
      asked_count, daily, muted, problem from mail_address where person_id = ${personId} ${held ? sql`for update` : sql``}`,
  )
  return row ?? null
}

/** The caller's own wish; in a transaction of theirs. */
export async function readMailWish(
  tx: Database,
  personId: string,
  sealer: Sealer,
  now: Date,
): Promise<MailWish> {
  const row = await findRow(tx, personId)
  const good = row?.code_until != null && new Date(row.code_until) > now
  return {
    address: masked(row?.address_sealed, sealer, personId),
    pending: good ? masked(row.pending_sealed, sealer, personId) : null,
    pendingUntil: good ? new Date(row.code_until!).toISOString() : null,
    daily: row?.daily ?? true,
    muted: row?.muted ?? [],
    problem: row?.problem ?? null,
  }
}

/**
 * Keeps an address that is to be confirmed and returns the code that proves it; nothing else is sent there before.
 * Throws `mail-codes-many` when too many were asked for on one day.
 */
export async function askMailAddress(
  tx: Database,
  { personId, address, sealer, now }: { personId: string; address: string; sealer: Sealer; now: Date },
): Promise<string> {
  const today = localDay(now)
  const before = await findRow(tx, personId, true)
  const count = before?.asked_day === today ? before.asked_count : 0
  if (count >= codeRules.perDay) throw new Problem('mail-codes-many', { count: codeRules.perDay })
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const until = new Date(now.getTime() + codeRules.goodMs).toISOString()
  await tx.execute(sql`insert into mail_address (person_id, pending_sealed, code_sealed, code_until, asked_day, asked_count)
    values (${personId}, ${sealer.seal(address, personId)}, ${sealer.seal(code, personId)}, ${until}, ${today}, 1)
    on conflict (person_id) do update set pending_sealed = excluded.pending_sealed, code_sealed = excluded.code_sealed,
      code_until = excluded.code_until, code_tries = 0, asked_day = excluded.asked_day, asked_count = ${count + 1}`)
  return code
}

/**
 * Counts a try before it is made, in a transaction of its own: what comes of the try cannot undo it. Returns the tries
 * left after it. Throws `mail-code-lapsed` when no code is good any more.
 */
export async function countCodeTry(tx: Database, personId: string, now: Date): Promise<number> {
  const [row] = await rowsOf<{ tries: number }>(
    tx,
    sql`update mail_address set code_tries = code_tries + 1 where person_id = ${personId} and code_sealed is not null
      and code_until > ${now.toISOString()} and code_tries < ${codeRules.tries} returning code_tries as tries`,
  )
  if (!row) throw new Problem('mail-code-lapsed')
  return codeRules.tries - row.tries
}

/** From here on mail goes to the address the code was sent to. Throws `mail-code-wrong`, or `mail-code-lapsed`. */
export async function confirmMailAddress(
  tx: Database,
  {
    personId,
    code,
    left,
    sealer,
    now,
  }: { personId: string; code: string; left: number; sealer: Sealer; now: Date },
): Promise<void> {
  const row = await findRow(tx, personId, true)
  if (!row?.pending_sealed || !row.code_sealed) throw new Problem('mail-code-lapsed')
  const [given, sent] = [code, sealer.unseal(row.code_sealed, personId)].map(text => Buffer.from(text))
  if (given!.length !== sent!.length || !timingSafeEqual(given!, sent!))
    throw new Problem('mail-code-wrong', { left })
  await tx.execute(sql`update mail_address set address_sealed = pending_sealed, confirmed_at = ${now.toISOString()},
    pending_sealed = null, code_sealed = null, code_until = null, code_tries = 0, problem = null, problem_at = null
    where person_id = ${personId}`)
}

/** Which mail a person wants; kept with or without an address. */
export async function chooseMail(
  tx: Database,
  personId: string,
  { daily, muted }: { daily: boolean; muted: readonly string[] },
): Promise<void> {
  const kinds = sql`array(select jsonb_array_elements_text(${JSON.stringify([...new Set(muted)])}::jsonb))`
  await tx.execute(sql`insert into mail_address (person_id, daily, muted) values (${personId}, ${daily}, ${kinds})
    on conflict (person_id) do update set daily = excluded.daily, muted = excluded.muted`)
}

/** Forgets the address and one that waits for its code; from then on nothing is mailed. Returns whether there was one. */
export async function forgetMailAddress(tx: Database, personId: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`update mail_address set address_sealed = null, confirmed_at = null, pending_sealed = null, code_sealed = null,
      code_until = null, problem = null, problem_at = null
      where person_id = ${personId} and (address_sealed is not null or pending_sealed is not null) returning person_id`,
  )
  return rows.length > 0
}

function masked(sealed: string | null | undefined, sealer: Sealer, personId: string): string | null {
  if (!sealed) return null
  try {
    return maskMailAddress(sealer.unseal(sealed, personId))
  } catch (error) {
    // Its key is gone: it has to be given again.
    if (error instanceof SealBroken) return null
    throw error
  }
}

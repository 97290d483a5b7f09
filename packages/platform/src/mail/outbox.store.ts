import { type Database, rowsOf, sql } from '../db/index.ts'
import { SealBroken, type Sealer } from '../seal/index.ts'
import type { MailProblem } from './open-transport.ts'

/** The kind that goes to the address it confirms; all others go to the confirmed one. */
export const confirmKind = 'address.confirm'

/** A file of the store that goes with a mail. */
export type MailAttachment = { readonly sha256: string; readonly name: string; readonly mediaType: string }

export type MailRow = {
  readonly id: string
  /** Null: to an address outside, sealed in the row. */
  readonly personId: string | null
  readonly kind: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly toSealed: string | null
  readonly attachment: MailAttachment | null
  readonly attempts: number
}

export type NewRow = Omit<MailRow, 'attempts'> & { readonly at: Date; readonly notBefore: Date }

/** Puts mails in line, none of them to be tried before its `notBefore`. */
export async function insertMail(tx: Database, rows: readonly NewRow[]): Promise<void> {
  for (const { id, personId, kind, subject, text, html, toSealed, attachment, at, notBefore } of rows)
    await tx.execute(sql`insert into mail (id, person_id, to_sealed, kind, subject, body_text, body_html, attachment_sha256,
        attachment_name, attachment_type, state, next_try_at, created_at)
      values (${id}, ${personId}, ${toSealed}, ${kind}, ${subject}, ${text}, ${html}, ${attachment?.sha256 ?? null},
        ${attachment?.name ?? null}, ${attachment?.mediaType ?? null}, 'waiting', ${notBefore.toISOString()},
        ${at.toISOString()})`)
}

/** Of these people, those who confirmed an address and did not mute the kind; `daily`: who wants the digest. */
export async function whoWantsMail(
  tx: Database,
  people: readonly string[],
  kind: string,
  daily: boolean,
): Promise<Set<string>> {
  if (!people.length) return new Set()
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select person_id as id from mail_address where person_id in ${[...new Set(people)]} and address_sealed is not null
      and not (${kind} = any (muted)) ${daily ? sql`and daily` : sql``}`,
  )
  return new Set(rows.map(row => row.id))
}

/** Ids of at most 500 mails whose next try is due, the longest due first. */
export async function selectDueMail(db: Database, now: Date): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select id from mail where state = 'waiting' and next_try_at <= ${now.toISOString()} order by next_try_at limit 500`,
  )
  return rows.map(row => row.id)
}

/** Takes a mail for one attempt, which counts from here on: a process that dies over it does not try at once again. */
export async function beginAttempt(
  tx: Database,
  id: string,
  now: Date,
  pauseMs: (attempts: number) => number,
): Promise<MailRow | null> {
  const [row] = await rowsOf<MailRow>(
    tx,
    sql`select id, person_id as "personId", kind, subject, body_text as text, body_html as html, attempts,
        to_sealed as "toSealed", case when attachment_sha256 is not null then json_build_object('sha256',
          attachment_sha256, 'name', attachment_name, 'mediaType', attachment_type) end as attachment from mail
      where id = ${id} and state = 'waiting' and next_try_at <= ${now.toISOString()} for update`,
  )
  if (!row) return null
  const attempts = row.attempts + 1
  const next = new Date(now.getTime() + pauseMs(attempts)).toISOString()
  await tx.execute(sql`update mail set attempts = ${attempts}, next_try_at = ${next} where id = ${id}`)
  return { ...row, attempts }
}

/** Ends a mail as sent or given up; its text and an address outside go with that. */
export async function endMail(
  tx: Database,
  id: string,
  state: 'sent' | 'failed',
  problem: MailProblem | null,
  now: Date,
): Promise<void> {
  await tx.execute(sql`update mail set state = ${state}, problem = ${problem}, body_text = null, body_html = null,
    to_sealed = null, attachment_sha256 = null, attachment_name = null, attachment_type = null, ended_at = ${now.toISOString()} where id = ${id}`)
}

/** Keeps why the last attempt failed. */
export async function noteProblem(tx: Database, id: string, problem: MailProblem): Promise<void> {
  await tx.execute(sql`update mail set problem = ${problem} where id = ${id}`)
}

/** What the person's own page says of the address: how the last mail that was delivered or given up ended. */
export async function markAddress(
  tx: Database,
  personId: string,
  problem: MailProblem | null,
  now: Date,
): Promise<void> {
  await tx.execute(sql`update mail_address set problem = ${problem},
    problem_at = ${problem === null ? null : now.toISOString()} where person_id = ${personId}`)
}

/** Where a mail goes, read at the last moment: null when it was taken away or cannot be opened. */
export async function addressOf(
  db: Database,
  { id, personId, kind, toSealed }: Pick<MailRow, 'id' | 'personId' | 'kind' | 'toSealed'>,
  sealer: Sealer,
): Promise<string | null> {
  if (personId === null) return toSealed === null ? null : openSealed(sealer, toSealed, id)
  const column = kind === confirmKind ? sql`pending_sealed` : sql`address_sealed`
  const [row] = await rowsOf<{ sealed: string | null }>(
    db,
    sql`select ${column} as sealed from mail_address where person_id = ${personId}`,
  )
  return row?.sealed ? openSealed(sealer, row.sealed, personId) : null
}

function openSealed(sealer: Sealer, sealed: string, context: string): string | null {
  try {
    return sealer.unseal(sealed, context)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

/** Removes mails that ended before an instant. */
export async function forgetMail(db: Database, before: Date): Promise<void> {
  await db.execute(sql`delete from mail where state <> 'waiting' and ended_at < ${before.toISOString()}`)
}

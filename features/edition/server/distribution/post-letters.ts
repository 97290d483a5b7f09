/** Letters that are due, into the outbox: of issued bulletins, reminders and errata. */
import { randomUUID } from 'node:crypto'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Mailer, NewMail } from '@jianbao/platform/mail'
import type { DocumentKind } from '../../contract/index.ts'
import { erratumLetter, issuedLetter, type LetterAbout, reminderLetter, unitLetter } from './letter.words.ts'
import { type PersonOfUnit, peopleOfUnits } from './people-of-units.ts'
import { receiptToken, tokenHash } from './receipt-token.ts'

export type Posting = {
  readonly now: Date
  readonly mailer: Mailer
  readonly publicUrl: string | null
  readonly secret: string
  /** Whether a file is small enough to hang on a mail; null: it is not there. */
  readonly fits: (sha256: string) => Promise<boolean | null>
}

type Due = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly unitId: string | null
  readonly document: DocumentKind
  readonly issueName: string
  readonly title: string | null
  readonly issuer: string
  readonly pdf: string | null
  readonly letter: string | null
  readonly remind: boolean
  readonly people: boolean
}

const atOnce = 100

/** Without a mail server nothing is written: what was due is marked so, and is not sent when one is set later. */
export async function dropLetters(tx: Database): Promise<void> {
  await tx.execute(sql`update delivery set letter = case when letter = 'due' then 'off' else letter end,
    remind_due = false, people_due = false where letter = 'due' or remind_due or people_due`)
  await tx.execute(sql`update erratum set letters_due = false where letters_due`)
}

/** Posts some of them; answers how many there were. Two processes never post the same. */
export async function postDeliveries(tx: Database, posting: Posting): Promise<number> {
  const { mailer } = posting
  const due = await rowsOf<Due>(
    tx,
    sql`select id, name, email, recipient_id as "unitId",
        case when edition_id is null then 'missive' else 'issue' end as document, issue_name as "issueName", title, issuer,
        files ->> 'pdf' as pdf, letter, remind_due as remind, people_due as people
      from delivery where letter = 'due' or remind_due or people_due order by id limit ${atOnce}
      for update skip locked`,
  )
  const people = await wanting(tx, mailer, due)
  for (const row of due) {
    const token = receiptToken(posting.secret, row.id)
    const mails = [...(await outsideMails(row, token, posting)), ...insideMails(row, people, posting)]
    await mailer.post(tx, mails)
    const letterId = mails.find(({ kind }) => kind === 'delivery.issued' && row.letter === 'due')?.id ?? null
    await tx.execute(sql`update delivery set remind_due = false, people_due = false,
        letter = case when letter = 'due' then 'waiting' else letter end,
        letter_id = coalesce(${letterId}, letter_id),
        token_hash = case when email is null then token_hash else ${tokenHash(token)} end
      where id = ${row.id}`)
  }
  return due.length
}

async function outsideMails(row: Due, token: string, posting: Posting): Promise<NewMail[]> {
  const { email, letter, remind, pdf } = row
  if (email === null) return []
  const { publicUrl, now } = posting
  const about: LetterAbout = { ...row, link: publicUrl && `${publicUrl}/deliveries/${token}` }
  if (letter === 'due') {
    const fits = pdf === null ? null : await posting.fits(pdf)
    const words = issuedLetter(about, fits ? 'attached' : fits === false ? 'large' : 'none')
    const attachment = fits
      ? { attachment: { sha256: pdf!, name: `${row.issueName}.pdf`, mediaType: 'application/pdf' } }
      : {}
    return [{ ...words, ...attachment, id: randomUUID(), to: email, kind: 'delivery.issued', at: now }]
  }
  return remind ? [{ ...reminderLetter(about), to: email, kind: 'delivery.reminded', at: now }] : []
}

function insideMails(row: Due, people: readonly PersonOfUnit[], { publicUrl, now }: Posting): NewMail[] {
  if (row.unitId === null || !(row.people || row.remind)) return []
  const reminds = !row.people
  const words = unitLetter({ ...row, link: publicUrl && `${publicUrl}/desk/received/${row.id}` }, reminds)
  const kind = reminds ? 'delivery.reminded' : 'delivery.issued'
  return people
    .filter(({ unitId }) => unitId === row.unitId)
    .map(({ personId }) => ({ ...words, personId, kind, at: now }))
}

/** Of the people of these units, those who get mail from the house. */
async function wanting(tx: Database, mailer: Mailer, due: readonly Due[]): Promise<PersonOfUnit[]> {
  const units = due.flatMap(({ unitId, people, remind }) =>
    unitId !== null && (people || remind) ? [unitId] : [],
  )
  const people = await peopleOfUnits(tx, units)
  const wants = await mailer.whoWants(
    tx,
    people.map(({ personId }) => personId),
    'delivery.issued',
    { daily: true },
  )
  return people.filter(({ personId }) => wants.has(personId))
}

/** Tells addresses outside of errata that were published; units were told in the app. */
export async function postErrata(tx: Database, posting: Posting): Promise<number> {
  const { publicUrl, mailer, now } = posting
  const due = await rowsOf<{ id: string; editionId: string; words: string }>(
    tx,
    sql`select id, edition_id as "editionId", words from erratum where letters_due order by id limit ${atOnce}
      for update skip locked`,
  )
  for (const { id, editionId, words } of due) {
    const recipients = await rowsOf<{ id: string; email: string; issueName: string; issuer: string }>(
      tx,
      sql`select id, email, issue_name as "issueName", issuer from delivery
        where edition_id = ${editionId} and email is not null order by position`,
    )
    const mails = recipients.map(row => {
      const link = publicUrl && `${publicUrl}/deliveries/${receiptToken(posting.secret, row.id)}`
      return { ...erratumLetter({ ...row, link }, words), to: row.email, kind: 'erratum.published', at: now }
    })
    await mailer.post(tx, mails)
    await tx.execute(sql`update erratum set letters_due = false where id = ${id}`)
  }
  return due.length
}

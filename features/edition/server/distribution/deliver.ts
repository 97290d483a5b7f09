/** A document on its way to its recipients, be it an issue of a series or another official document. */
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { DeliveryAbout, DeliveryAdd, DocumentKind } from '../../contract/index.ts'
import { peopleOfUnits } from './people-of-units.ts'

export type Outgoing = {
  readonly document: DocumentKind
  /** 督办单, as its room calls it; an issue has none. */
  readonly label?: string
  readonly id: string
  /** Whose document it is. */
  readonly unitId: string
  readonly issuer: string
  /** 学习教育简报第3期, 云科协督〔2021〕3号 */
  readonly name: string
  readonly title: string | null
  /** Content hash of each form. */
  readonly files: Readonly<Record<string, string>>
  /** Until the end of which day an answer is expected of those who are to act on it. */
  readonly replyDueDay?: string | null
}

/** `about`: what of it concerns this recipient; who is asked for an answer has something. */
export type OutgoingRecipient = Pick<DeliveryAdd, 'to' | 'unitId' | 'name' | 'email'> & {
  readonly about?: readonly DeliveryAbout[]
  readonly replies?: boolean
}

/** Where the people of a unit find it. */
export const receivedLink = ({ document, id }: Pick<Outgoing, 'document' | 'id'>): string =>
  `/received?${document === 'issue' ? 'edition' : 'document'}=${id}`

/**
 * Delivers a document that was just issued: rows, and notices to the people of the units among its recipients; letters
 * are written afterwards by `openDistribution`. Called inside the transaction that records it; a second call adds nothing,
 * unless `addedName` says who sends it to one more (补发). Answers how many deliveries were made.
 */
export function deliver(
  tx: Database,
  outgoing: Outgoing,
  recipients: readonly OutgoingRecipient[],
  by: { readonly now: Date; readonly addedName?: string },
): Promise<number> {
  return withRole(tx, 'owner', async () => {
    const added = await insertDeliveries(tx, outgoing, recipients, by)
    await tellUnits(tx, outgoing, added, by.now)
    return added.length
  })
}

type Added = { readonly id: string; readonly unitId: string | null }

async function insertDeliveries(
  tx: Database,
  outgoing: Outgoing,
  recipients: readonly OutgoingRecipient[],
  { now, addedName = null }: { readonly now: Date; readonly addedName?: string | null },
): Promise<Added[]> {
  const rows = recipients.map((recipient, position) => ({ about: [], ...recipient, position }))
  const { document, id, replyDueDay = null, label = null } = outgoing
  // What was distributed before stays as it is: names and addresses have no key of their own, so all or nothing.
  return rowsOf<Added>(
    tx,
    sql`insert into delivery (id, edition_id, missive_id, unit_id, scope_path, position, kind, name, recipient_id, email,
        way, issue_name, title, issuer, files, issued_at, letter, people_due, added_name, created_at, about,
        reply_due_day, label)
      select gen_random_uuid(), ${document === 'issue' ? id : null}::uuid, ${document === 'issue' ? null : id}::uuid,
        ${outgoing.unitId}, '', coalesce(last.position + 1, 0) + r.position, r."to", coalesce(u.name, r.name), u.id,
        r.email, case when u.id is not null then 'app' when r.email is not null then 'mail' else 'print' end,
        ${outgoing.name}, ${outgoing.title}, ${outgoing.issuer}, ${JSON.stringify(outgoing.files)}::jsonb,
        ${now.toISOString()}, case when r.email is not null then 'due' end, u.id is not null, ${addedName},
        ${now.toISOString()}, r.about, case when r.replies then ${replyDueDay}::date end, ${label}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r("to" text, "unitId" uuid, name text, email text, about jsonb, replies boolean, position int)
      left join unit u on u.id = r."unitId"
      cross join (select max(position) as position from delivery where document_id = ${id}) last
      where ${addedName !== null} or last.position is null
      order by r.position on conflict (document_id, recipient_id) where recipient_id is not null do nothing
      returning id, recipient_id as "unitId"`,
  )
}

async function tellUnits(
  tx: Database,
  outgoing: Outgoing,
  added: readonly Added[],
  now: Date,
): Promise<void> {
  const units = added.flatMap(({ unitId }) => unitId ?? [])
  const people = await peopleOfUnits(tx, units)
  await notify(tx, {
    to: people.map(({ personId }) => personId),
    kind: 'delivery.issued',
    details: { issue: outgoing.name, issuer: outgoing.issuer },
    link: receivedLink(outgoing),
    at: now,
  })
}

type Recall = { readonly id: string; readonly reason: string; readonly by: string; readonly now: Date }

/** Marks all deliveries of a document as taken back and tells the people of the units that got it. */
export function recallDeliveries(tx: Database, { id, reason, by, now }: Recall): Promise<void> {
  return withRole(tx, 'owner', async () => {
    const rows = await rowsOf<{ unitId: string | null; name: string }>(
      tx,
      sql`update delivery set recalled_at = ${now.toISOString()}, recall_reason = ${reason}, remind_due = false
        where document_id = ${id} and recalled_at is null returning recipient_id as "unitId", issue_name as name`,
    )
    const people = await peopleOfUnits(
      tx,
      rows.flatMap(({ unitId }) => unitId ?? []),
    )
    await notify(tx, {
      to: people.map(({ personId }) => personId),
      kind: 'delivery.recalled',
      details: { issue: rows[0]?.name ?? '', by, reason },
      link: `/received?document=${id}`,
      at: now,
    })
  })
}

/** What the issuing unit does afterwards: remind, add a recipient, send a letter again. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { DeliveryAdd, DeliveryRemind, DeliveryReminded } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { deliver, type Outgoing, receivedLink } from './deliver.ts'
import { type DeliveredDocument, keepList, of } from './delivered-document.ts'
import { deliveryTabs } from './delivery.store.ts'
import { peopleOfUnits } from './people-of-units.ts'

/** `mails`: a mail server is set; without one nobody outside can be told. */
type Reminding = { readonly now: Date; readonly mails: boolean }

/**
 * 催办: those who have not acknowledged it, once a day each. Of two who remind at once the second finds the first one's
 * day. Throws `not-found`.
 */
export async function remindRecipients(
  tx: Database,
  viewer: Viewer,
  document: DeliveredDocument,
  { ids, now, mails }: DeliveryRemind & Reminding,
  entry: EntryDraft,
): Promise<DeliveryReminded> {
  keepList(document, entry)
  const chosen = ids ? sql`d.id = any (${`{${ids.join(',')}}`}::uuid[])` : sql`true`
  await tx.execute(
    sql`select from delivery d where ${of(viewer, document)} and ${chosen} order by id for update`,
  )
  const rows = await rowsOf<{ id: string; unitId: string | null; email: string | null; today: boolean }>(
    tx,
    sql`select d.id, d.recipient_id as "unitId", d.email,
        coalesce((d.reminded_at at time zone 'Asia/Shanghai')::date = ${localDay(now)}::date, false) as today
      from delivery d where ${of(viewer, document)} and ${chosen} and ${deliveryTabs(localDay(now)).unacknowledged} and d.recalled_at is null
      order by d.position`,
  )
  const due = rows.filter(row => !row.today)
  const people = await peopleOfUnits(
    tx,
    due.flatMap(({ unitId }) => unitId ?? []),
  )
  const manned = new Set(people.map(({ unitId }) => unitId))
  const reached = due.filter(
    ({ unitId, email }) => (email !== null && mails) || (unitId !== null && manned.has(unitId)),
  )
  if (reached.length > 0)
    await tx.execute(sql`update delivery set reminded_at = ${now.toISOString()}, reminded_name = ${viewer.person.name},
      reminders = reminders + 1, remind_due = true where id = any (${`{${reached.map(({ id }) => id).join(',')}}`}::uuid[])`)
  await notify(tx, {
    to: people.map(({ personId }) => personId),
    kind: 'delivery.reminded',
    details: { issue: document.name, by: viewer.person.name },
    link: receivedLink(document),
    at: now,
  })
  entry.after = { recipients: reached.length }
  return {
    reminded: reached.length,
    quiet: rows.length - due.length,
    unreached: due.length - reached.length,
  }
}

/** 补发 of what `outgoing` says. Throws `delivery-known` for a unit that has it, `delivery-unit-unknown`, `not-found`. */
export async function addDelivery(
  tx: Database,
  { person }: Viewer,
  document: DeliveredDocument,
  { now, recipient, outgoing }: { now: Date; recipient: DeliveryAdd; outgoing: Outgoing },
  entry: EntryDraft,
): Promise<void> {
  keepList(document, entry)
  const name = storableText(recipient.name).trim()
  const units = recipient.unitId
    ? await rowsOf<{ name: string }>(tx, sql`select name from unit where id = ${recipient.unitId}`)
    : []
  if (recipient.unitId ? units.length === 0 : name === '') throw new Problem('delivery-unit-unknown')
  const added = await deliver(tx, outgoing, [{ ...recipient, name }], { now, addedName: person.name })
  if (added === 0) throw new Problem('delivery-known', { name: units[0]?.name ?? name })
  entry.after = { recipient: units[0]?.name ?? name, kind: recipient.to }
}

/** A letter that did not leave is put in line again. Throws `delivery-sent` for others, `not-found`. */
export async function resendLetter(
  tx: Database,
  viewer: Viewer,
  document: DeliveredDocument,
  deliveryId: string,
  entry: EntryDraft,
): Promise<void> {
  keepList(document, entry)
  const [row] = await rowsOf<{ name: string; letter: string | null }>(
    tx,
    sql`select d.name, d.letter from delivery d where ${of(viewer, document)} and d.id = ${deliveryId} for update`,
  )
  if (!row) throw new Problem('not-found')
  if (row.letter !== 'failed' && row.letter !== 'off') throw new Problem('delivery-sent', { name: row.name })
  await tx.execute(sql`update delivery set letter = 'due', letter_problem = null where id = ${deliveryId}`)
  entry.after = { recipient: row.name }
}

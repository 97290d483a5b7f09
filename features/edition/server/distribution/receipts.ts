/** What recipients give back: that they opened it, that they acknowledge it. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import type { DeliveryReply } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { getReceived, unitsOf } from './list-received.ts'

/** Notes that somebody of the unit opened it, once a person; who only looks on from above leaves no mark. */
export async function openReceived(tx: Database, viewer: Viewer, id: string, now: Date): Promise<void> {
  const { unitId, read } = await getReceived(tx, viewer, id)
  if (read || !unitsOf(viewer.person).includes(unitId)) return
  await tx.execute(sql`insert into delivery_receipt (delivery_id, kind, person_id, at)
    values (${id}, 'opened', ${viewer.person.id}, ${now.toISOString()}) on conflict do nothing`)
}

/** 签收 for the unit, once. Throws `not-found` for those who do not acknowledge there, `delivery-acknowledged`. */
export async function acknowledgeReceived(
  tx: Database,
  viewer: Viewer,
  id: string,
  now: Date,
  entry: EntryDraft,
): Promise<void> {
  const row = await getReceived(tx, viewer, id)
  entry.words = row.issueName
  entry.unitId = row.unitId
  if (!row.actions.includes('acknowledge')) {
    if (row.acknowledgedAt === null) throw new Problem('not-found')
    throw new Problem('delivery-acknowledged', { name: row.acknowledgedName ?? '' })
  }
  const { id: personId, name } = viewer.person
  await openReceived(tx, viewer, id, now)
  await tx.execute(sql`insert into delivery_receipt (delivery_id, kind, person_id, name, at)
    values (${id}, 'acknowledged', ${personId}, ${name}, ${now.toISOString()})
    on conflict (delivery_id) where kind = 'acknowledged' do nothing`)
}

/** 回复 for the unit, once; who replies acknowledges it too. Throws `not-found`, `delivery-replied`. */
export async function replyToReceived(
  tx: Database,
  viewer: Viewer,
  id: string,
  { words, now }: DeliveryReply & { readonly now: Date },
  entry: EntryDraft,
): Promise<void> {
  const row = await getReceived(tx, viewer, id)
  entry.words = row.issueName
  entry.unitId = row.unitId
  if (!row.actions.includes('reply')) {
    if (row.repliedAt === null) throw new Problem('not-found')
    throw new Problem('delivery-replied', { name: row.repliedName ?? '' })
  }
  const said = storableText(words).trim()
  // Invisible characters alone say nothing.
  if (!/[^\p{C}\p{Z}]/u.test(said)) throw new Problem('delivery-reply-empty')
  const { id: personId, name } = viewer.person
  if (row.actions.includes('acknowledge')) await acknowledgeReceived(tx, viewer, id, now, entry)
  await tx.execute(sql`insert into delivery_receipt (delivery_id, kind, person_id, name, at, words)
    values (${id}, 'replied', ${personId}, ${name}, ${now.toISOString()}, ${said})
    on conflict (delivery_id) where kind = 'replied' do nothing`)
}

/** What recipients give back: that they opened it, that they acknowledge it. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
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

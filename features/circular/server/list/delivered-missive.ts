import type { DeliveredDocument, Outgoing } from '@jianbao/edition/server'
import { Problem } from '@jianbao/errors'
import type { Database } from '@jianbao/platform/db'
import { kindWords } from '../frozen/kind-words.ts'
import { getMissiveRow, type Viewer } from '../missive.store.ts'
import { numberOf, standingOf } from '../missive.view.ts'

/** A document as the distribution knows it, also as it goes out again. Throws `not-found` while it is not issued. */
export async function getDeliveredMissive(
  tx: Database,
  viewer: Viewer,
  id: string,
): Promise<{ document: DeliveredDocument; outgoing: Outgoing }> {
  const row = await getMissiveRow(tx, viewer, id)
  if (row.issuedAt === null || row.files === null) throw new Problem('not-found')
  const { drafter, signer } = standingOf(row, viewer.person)
  const named = {
    id,
    unitId: row.unitId,
    name: numberOf(row) ?? row.title,
    title: row.title,
    issuer: row.unitName,
  }
  return {
    document: {
      ...{ document: 'missive', ...named, issuedAt: row.issuedAt, replyDueDay: row.replyDueDay },
      ...{ keeps: drafter && row.state === 'issued', addresses: drafter || signer },
    },
    outgoing: { document: 'missive', label: kindWords[row.kind], ...named, files: row.files },
  }
}

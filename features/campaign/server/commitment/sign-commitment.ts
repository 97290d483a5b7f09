import { Problem } from '@jianbao/errors'
import type { Person, Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, sql } from '@jianbao/platform/db'
import { findCommitment, signs, textHash } from './commitment.store.ts'

type Signature = {
  readonly id: string
  readonly version: number
  /** Of the text as the signer read it. */
  readonly sha256: string
  readonly by: Person
  readonly now: Date
}

/**
 * Puts a lead's name under a commitment of their own unit. Throws `not-found`, also to leads of units above;
 * `commitment-signed`, `changed-meanwhile` when the text is not what was read any more, `not-now`.
 */
export async function signCommitment(
  tx: Database,
  scope: Scope,
  { id, version, sha256, by, now }: Signature,
  entry: EntryDraft,
): Promise<void> {
  const row = await findCommitment(tx, scope, id, localDay(now), true)
  if (!row || !signs(by, row.unitId)) throw new Problem('not-found')
  if (row.state === 'signed')
    throw new Problem('commitment-signed', { name: row.name, by: row.signedByName ?? '' })
  if (row.campaignState !== 'open') throw new Problem('not-now', { reason: '这项工作已经结束，不再签署。' })
  if (row.version !== version || textHash(row) !== sha256)
    throw new Problem('changed-meanwhile', { name: row.name })
  await tx.execute(sql`update commitment set signed_at = ${now.toISOString()}, signed_by_id = ${by.id},
    signed_by_name = ${by.name}, signed_sha256 = ${sha256}, version = version + 1 where id = ${id}`)
  entry.words = row.name
  entry.unitId = row.unitId
  entry.after = { sha256 }
}

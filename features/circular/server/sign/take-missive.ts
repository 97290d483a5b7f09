import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import { actionsOfMissive, type MissiveAction } from '../../contract/index.ts'
import { holdMissive, holdMissives, type MissiveRow, rolesAt, type Viewer } from '../missive.store.ts'
import { standingOf } from '../missive.view.ts'

/** Whoever has no part in it there cannot tell it from what is not there. */
function refuse(row: MissiveRow, viewer: Viewer, action: MissiveAction): void {
  const standing = standingOf(row, viewer.person)
  if (!standing.drafter && !standing.signer) throw new Problem('not-found')
  if (rolesAt(viewer.person, row.unitId).length === 0) throw new Problem('not-found')
  if (!actionsOfMissive(row.state, standing).includes(action))
    throw new Problem('missive-settled', { title: row.title })
}

/** A document on which the caller may do this now, held. Throws `not-found`, `missive-settled`, `changed-meanwhile`. */
export async function takeMissive(
  tx: Database,
  viewer: Viewer,
  asked: { readonly id: string; readonly version: number },
  action: MissiveAction,
  entry: EntryDraft,
): Promise<MissiveRow> {
  const row = await holdMissive(tx, viewer, asked)
  refuse(row, viewer, action)
  entry.words = row.title
  entry.unitId = row.unitId
  return row
}

/** All of a batch that are in the state the action starts from, held: all of them or none. Throws the same. */
export async function takeBatch(
  tx: Database,
  viewer: Viewer,
  batchId: string,
  action: 'submit' | 'issue',
  entry: EntryDraft,
): Promise<MissiveRow[]> {
  const rows = await holdMissives(tx, viewer, sql`m.batch_id = ${batchId}`)
  if (rows.length === 0) throw new Problem('not-found')
  const wanted = action === 'submit' ? 'draft' : 'waiting'
  const taken = rows.filter(row => row.state === wanted)
  if (taken.length === 0) throw new Problem('missive-settled', { title: rows[0]!.title })
  for (const row of taken) refuse(row, viewer, action)
  entry.words = taken[0]!.title
  entry.unitId = taken[0]!.unitId
  entry.after = { documents: taken.length }
  return taken
}

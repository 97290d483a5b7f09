import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import { holdMissive, type Viewer } from '../missive.store.ts'
import { standingOf } from '../missive.view.ts'

/** Forgets why the files were not made, so that they are tried again. Throws `not-found`, `missive-settled`. */
export async function retryMissive(
  tx: Database,
  viewer: Viewer,
  asked: { readonly id: string; readonly version: number; readonly now: Date },
  entry: EntryDraft,
): Promise<void> {
  const row = await holdMissive(tx, viewer, asked)
  const { drafter, signer } = standingOf(row, viewer.person)
  if (!drafter && !signer) throw new Problem('not-found')
  if (row.problem === null || row.state !== 'issued')
    throw new Problem('missive-settled', { title: row.title })
  entry.words = row.title
  entry.unitId = row.unitId
  await tx.execute(sql`update missive set problem = null, version = version + 1 where id = ${row.id}`)
}

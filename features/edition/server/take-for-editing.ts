import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import { editionRefusal } from '../contract/index.ts'
import { type EditionRow, editionName, holdEdition, type Viewer } from './edition.store.ts'
import { standingOf } from './edition.view.ts'

type Asked = { readonly id: string; readonly today: string; readonly version?: number }

/**
 * An edition whose texts the caller may change now, held. Throws `not-found` where it is not theirs, `edition-settled`
 * where it is no longer, or not now, to be changed, and `changed-meanwhile`.
 */
export async function takeForEditing(
  tx: Database,
  viewer: Viewer,
  { id, today, version }: Asked,
  entry: EntryDraft,
): Promise<EditionRow> {
  const row = await holdEdition(tx, viewer, id, today, version)
  const refused = editionRefusal('edit', standingOf(row, viewer.person))
  if (refused === 'role') throw new Problem('not-found')
  if (refused === 'state') throw new Problem('edition-settled', { name: editionName(row) })
  entry.words = editionName(row)
  entry.unitId = row.unitId
  return row
}

import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import { editionReaders, editionRefusal } from '../contract/index.ts'
import { type EditionRow, editionName, holdEdition, rolesAt, type Viewer } from './edition.store.ts'
import { standingOf } from './edition.view.ts'

type Asked = { readonly id: string; readonly today: string; readonly version?: number }

/**
 * An edition whose texts the caller may change now, held. Throws `not-found` where they have no post in its very unit,
 * `edition-settled` where it is not theirs to change now, and `changed-meanwhile`.
 */
export async function takeForEditing(
  tx: Database,
  viewer: Viewer,
  { id, today, version }: Asked,
  entry: EntryDraft,
): Promise<EditionRow> {
  const row = await holdEdition(tx, viewer, id, today, version)
  mayEdit(row, viewer)
  entry.words = editionName(row)
  entry.unitId = row.unitId
  return row
}

/** Throws `not-found`, `edition-settled`. */
export function mayEdit(row: EditionRow, { person }: Viewer): void {
  const roles: readonly string[] = rolesAt(person, row.unitId)
  if (!editionReaders.some(role => roles.includes(role))) throw new Problem('not-found')
  if (editionRefusal('edit', standingOf(row, person)) !== null)
    throw new Problem('edition-settled', { name: editionName(row) })
}

import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type EditionDeed,
  type EditionDeedWish,
  editionReaders,
  editionRefusal,
} from '../../contract/index.ts'
import { type EditionRow, editionName, holdEdition, rolesAt, type Viewer } from '../edition.store.ts'
import { standingOf } from '../edition.view.ts'

export type DeedAsked = {
  readonly id: string
  readonly wish: EditionDeedWish
  readonly now: Date
  readonly today: string
}

/**
 * An edition on which the caller may do a deed now, held. Throws `not-found` where they have no post in its very unit,
 * `edition-deed-refused` where it is not theirs to do now, `changed-meanwhile`.
 */
export async function takeForDeed(
  tx: Database,
  viewer: Viewer,
  deed: EditionDeed,
  { id, wish, today }: DeedAsked,
  entry: EntryDraft,
): Promise<EditionRow> {
  const row = await holdEdition(tx, viewer, id, today, wish.version)
  const roles: readonly string[] = rolesAt(viewer.person, row.unitId)
  if (!editionReaders.some(role => roles.includes(role))) throw new Problem('not-found')
  if (editionRefusal(deed, standingOf(row, viewer.person)) !== null)
    throw new Problem('edition-deed-refused', { name: editionName(row) })
  entry.words = editionName(row)
  entry.unitId = row.unitId
  return row
}

/** Nothing in it, or somebody else is writing in it: it goes nowhere. Throws `edition-empty`, `edition-being-edited`. */
export async function refuseUnready(
  tx: Database,
  row: EditionRow,
  { person }: Viewer,
  now: Date,
): Promise<void> {
  const items = await rowsOf<{ headline: string; by: string | null }>(
    tx,
    sql`select headline, case when claimed_until > ${now.toISOString()} and claimed_by <> ${person.id}
        then coalesce(claimed_name, '') end as by
      from edition_item where edition_id = ${row.id} order by position, id`,
  )
  if (!items.length) throw new Problem('edition-empty', { name: editionName(row) })
  const claimed = items.find(({ by }) => by !== null)
  if (claimed)
    throw new Problem('edition-being-edited', { by: claimed.by!, headline: claimed.headline || '短讯' })
}

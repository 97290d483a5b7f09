import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import { picturesOf } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { selectItems } from '../item/item.store.ts'
import { takeForEditing } from '../take-for-editing.ts'
import { selectPictureRows } from './picture.store.ts'

type Asked = { readonly id: string; readonly pictureId: string; readonly today: string }

/**
 * Removes a picture no text shows; answers the hashes that may be nobody's any more. One that is gone already is no
 * fault. Throws `not-found`, `edition-settled`, `picture-used`.
 */
export async function removePicture(
  tx: Database,
  viewer: Viewer,
  { id, pictureId, today }: Asked,
  entry: EntryDraft,
): Promise<string[]> {
  await takeForEditing(tx, viewer, { id, today }, entry)
  const picture = (await selectPictureRows(tx, id)).find(each => each.id === pictureId.toLowerCase())
  if (!picture) return []
  const used = (await selectItems(tx, id)).find(({ doc }) => picturesOf(doc).includes(picture.id))
  if (used) throw new Problem('picture-used', { headline: used.headline || '短讯' })
  await tx.execute(sql`delete from edition_picture where edition_id = ${id} and id = ${picture.id}`)
  return [picture.sha256, picture.thumbSha256]
}

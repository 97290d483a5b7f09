/** Rows of pictures kept for an edition; who may see or change them is settled by the edition. */
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type ArticleDoc, type EditionPicture, picturesOf } from '../../contract/index.ts'

export const picturesPerEdition = 200

export type PictureRow = EditionPicture & { readonly sha256: string; readonly thumbSha256: string }

export function selectPictureRows(tx: Database, editionId: string): Promise<PictureRow[]> {
  return rowsOf<PictureRow>(
    tx,
    sql`select id, sha256, thumb_sha256 as "thumbSha256", media_type as "mediaType", width, height,
        size_bytes as "sizeBytes", report_id as "reportId"
      from edition_picture where edition_id = ${editionId} order by created_at, id`,
  )
}

/** The one of the same bytes where there is one already. Throws `picture-too-many`. */
export async function keepPicture(
  tx: Database,
  editionId: string,
  picture: PictureRow,
  now: Date,
): Promise<PictureRow> {
  const kept = await selectPictureRows(tx, editionId)
  const known = kept.find(({ id, sha256 }) => id === picture.id || sha256 === picture.sha256)
  if (known) return known
  if (kept.length >= picturesPerEdition) throw new Problem('picture-too-many', { limit: picturesPerEdition })
  const { id, sha256, thumbSha256, mediaType, width, height, sizeBytes, reportId } = picture
  const rows = await rowsOf(
    tx,
    sql`insert into edition_picture (id, edition_id, sha256, thumb_sha256, media_type, width, height, size_bytes,
        report_id, created_at)
      values (${id}, ${editionId}, ${sha256}, ${thumbSha256}, ${mediaType}, ${width}, ${height}, ${sizeBytes},
        ${reportId}, ${now.toISOString()}) on conflict do nothing returning id`,
  )
  // An id that stands for a picture of another edition.
  if (rows.length === 0) throw new Problem('bad-request', { reason: '这个图片编号已经用过' })
  return picture
}

/** Whether an edition shows these bytes: asked as the owner of the database before they are swept away. */
export async function shownInEdition(tx: Database, sha256: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select from edition_picture where sha256 = ${sha256} or thumb_sha256 = ${sha256} limit 1`,
  )
  return rows.length > 0
}

/** Throws `picture-unknown` when a text shows one that is not kept for its edition. */
export async function checkPictures(tx: Database, editionId: string, doc: ArticleDoc): Promise<void> {
  const shown = picturesOf(doc)
  if (shown.length === 0) return
  const kept = new Set((await selectPictureRows(tx, editionId)).map(({ id }) => id))
  if (shown.some(id => !kept.has(id.toLowerCase()))) throw new Problem('picture-unknown')
}

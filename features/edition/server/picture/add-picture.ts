/** New pictures of an edition: sent from a computer, or those a report came with. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Upload } from '@jianbao/platform/http'
import { layDownPhoto, lockContent, type PhotoServices } from '@jianbao/report/server'
import { getEditionRow, type Viewer } from '../edition.store.ts'
import { mayEdit, takeForEditing } from '../take-for-editing.ts'
import { keepPicture, type PictureRow } from './picture.store.ts'

type Wish = { readonly id: string; readonly now: Date; readonly today: string }

/** Asked before a byte is received. Throws `not-found`, `edition-settled`. */
export async function mayAddPicture(
  tx: Database,
  viewer: Viewer,
  { id, today }: Omit<Wish, 'now'>,
): Promise<void> {
  mayEdit(await getEditionRow(tx, viewer, id, today), viewer)
}

/** A picture that belongs to no report, with its bytes laid ready. */
export async function receivePicture(pictures: PhotoServices, upload: Upload) {
  const made = await layDownPhoto(pictures, upload)
  return { ...made, row: { ...made.row, reportId: null } satisfies Omit<PictureRow, 'id'> }
}

/** Throws `not-found`, `edition-settled`, `picture-too-many`. */
export async function addPicture(
  tx: Database,
  viewer: Viewer,
  { id, now, today, picture }: Wish & { readonly picture: PictureRow },
  entry: EntryDraft,
): Promise<PictureRow> {
  await takeForEditing(tx, viewer, { id, today }, entry)
  return keepPicture(tx, id, picture, now)
}

/**
 * Takes a photo of a report that stands in the edition; no byte is copied. Throws `not-found` also for a photo of any
 * other report.
 */
export async function takeReportPhoto(
  tx: Database,
  viewer: Viewer,
  { reportId, photoId, ...asked }: Wish & { readonly reportId: string; readonly photoId: string },
  entry: EntryDraft,
): Promise<PictureRow> {
  const [photo] = await rowsOf<Omit<PictureRow, 'id'>>(
    tx,
    sql`select p.sha256, p.thumb_sha256 as "thumbSha256", p.media_type as "mediaType", p.width, p.height,
        p.size_bytes as "sizeBytes", r.id as "reportId"
      from report_photo p join report r on r.id = p.report_id
      where p.id = ${photoId} and r.id = ${reportId} and ${within(viewer.scope, sql`r.scope_path`)}
        and exists (select from edition_source x where x.edition_id = ${asked.id} and x.report_id = r.id)`,
  )
  if (!photo) throw new Problem('not-found')
  for (const sha256 of [photo.sha256, photo.thumbSha256].sort()) await lockContent(tx, sha256)
  return addPicture(tx, viewer, { ...asked, picture: { id: randomUUID(), ...photo } }, entry)
}

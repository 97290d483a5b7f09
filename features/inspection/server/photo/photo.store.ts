/** Rows of photos of stops; who may see or change them is settled by the stop. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { StopPhoto } from '../../contract/index.ts'

export type PhotoRow = Omit<StopPhoto, 'url'> & { readonly sha256: string; readonly thumbSha256: string }

export function selectPhotoRows(tx: Database, stopId: string): Promise<PhotoRow[]> {
  return rowsOf<PhotoRow>(
    tx,
    sql`select id, finding_id as "findingId", position, sha256, thumb_sha256 as "thumbSha256", media_type as "mediaType",
        width, height, size_bytes as "sizeBytes", caption
      from inspection_photo where stop_id = ${stopId} order by position, id`,
  )
}

export function viewPhoto(stopId: string, photo: PhotoRow): StopPhoto {
  const { sha256: _full, thumbSha256: _thumb, ...shown } = photo
  return { ...shown, url: `/api/stops/${stopId}/photos/${photo.id}` }
}

/** False where the id stands for a photo somewhere else. */
export async function insertPhoto(
  tx: Database,
  stopId: string,
  photo: PhotoRow,
  now: Date,
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`insert into inspection_photo (id, stop_id, finding_id, position, sha256, thumb_sha256, media_type, width, height,
        size_bytes, created_at)
      values (${photo.id}, ${stopId}, ${photo.findingId}, ${photo.position}, ${photo.sha256}, ${photo.thumbSha256},
        ${photo.mediaType}, ${photo.width}, ${photo.height}, ${photo.sizeBytes}, ${now.toISOString()})
      on conflict do nothing returning id`,
  )
  return rows.length > 0
}

/** Whether a stop shows these bytes: asked as the owner of the database before they are swept away. */
export async function shownAtStop(tx: Database, sha256: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select from inspection_photo where sha256 = ${sha256} or thumb_sha256 = ${sha256} limit 1`,
  )
  return rows.length > 0
}

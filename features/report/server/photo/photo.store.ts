/** Rows of photos; who may see or change them is settled by their report. */
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'

export type PhotoRow = {
  readonly id: string
  readonly position: number
  readonly sha256: string
  readonly thumbSha256: string
  readonly mediaType: 'image/jpeg' | 'image/webp'
  readonly width: number
  readonly height: number
  readonly sizeBytes: number
  readonly caption: string
}

const columns = sql`p.id, p.position, p.sha256, p.thumb_sha256 as "thumbSha256", p.media_type as "mediaType", p.width,
  p.height, p.size_bytes as "sizeBytes", p.caption`

export function selectPhotos(tx: Database, reportId: string): Promise<PhotoRow[]> {
  return rowsOf<PhotoRow>(
    tx,
    sql`select ${columns} from report_photo p where p.report_id = ${reportId} order by p.position, p.id`,
  )
}

/** Whether the id stands for a photo of any report, seen or not. */
export function photoIdTaken(tx: Database, id: string): Promise<boolean> {
  return withRole(tx, 'owner', async () => {
    const rows = await rowsOf(tx, sql`select from report_photo where id = ${id}`)
    return rows.length > 0
  })
}

export async function insertPhoto(tx: Database, reportId: string, photo: PhotoRow, now: Date): Promise<void> {
  await tx.execute(sql`insert into report_photo (id, report_id, position, sha256, thumb_sha256, media_type, width, height,
      size_bytes, caption, created_at)
    values (${photo.id}, ${reportId}, ${photo.position}, ${photo.sha256}, ${photo.thumbSha256}, ${photo.mediaType},
      ${photo.width}, ${photo.height}, ${photo.sizeBytes}, ${photo.caption}, ${now.toISOString()})`)
}

/** Captions and order as given; the photos of the report and no others. */
export async function arrangePhotos(
  tx: Database,
  reportId: string,
  photos: readonly Pick<PhotoRow, 'id' | 'caption'>[],
): Promise<void> {
  const wished = photos.map(({ id, caption }, position) => ({ id, caption, position }))
  await tx.execute(sql`update report_photo p set position = w.position, caption = w.caption
    from json_to_recordset(${JSON.stringify(wished)}::json) as w(id uuid, caption text, position int)
    where p.id = w.id and p.report_id = ${reportId}`)
}

export async function deletePhoto(tx: Database, reportId: string, id: string): Promise<void> {
  await tx.execute(sql`delete from report_photo where report_id = ${reportId} and id = ${id}`)
}

/** The count on the report that lists show. */
export async function countOnReport(tx: Database, reportId: string, now: Date): Promise<void> {
  await tx.execute(sql`update report set updated_at = ${now.toISOString()},
      photos = (select count(*) from report_photo where report_id = ${reportId})
    where id = ${reportId}`)
}

/** Held to the end of the transaction by whoever keeps these bytes or takes them away. */
export async function lockContent(tx: Database, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`)
}

/** As the owner of the database: any report may show the same picture. */
export async function isShown(tx: Database, sha256: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select from report_photo where sha256 = ${sha256} or thumb_sha256 = ${sha256} limit 1`,
  )
  return rows.length > 0
}

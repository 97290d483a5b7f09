import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { SourcePhoto } from '../../contract/index.ts'
import { getEditionRow, type Viewer } from '../edition.store.ts'

/** Photos of the reports that stand in an edition, those of each item in the order of its reports. Throws `not-found`. */
export async function listSourcePhotos(
  tx: Database,
  viewer: Viewer,
  { id, today }: { readonly id: string; readonly today: string },
): Promise<SourcePhoto[]> {
  await getEditionRow(tx, viewer, id, today)
  const rows = await rowsOf<Omit<SourcePhoto, 'url'>>(
    tx,
    sql`select x.item_id as "itemId", p.report_id as "reportId", p.id as "photoId", x.title, x.unit_name as "unitName",
        p.caption, p.width, p.height,
        (select k.id from edition_picture k where k.edition_id = ${id} and k.sha256 = p.sha256) as "pictureId"
      from edition_source x join report r on r.id = x.report_id join report_photo p on p.report_id = r.id
      where x.edition_id = ${id} and ${within(viewer.scope, sql`r.scope_path`)}
      order by x.item_id, x.position, p.position, p.id limit 500`,
  )
  return rows.map(row => ({ ...row, url: `/api/reports/${row.reportId}/photos/${row.photoId}` }))
}

import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { AdoptionDetail, AdoptionRow } from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'
import { moment } from '../report.view.ts'
import { listFigures } from '../report-parts.store.ts'
import { type AdoptedRow, getAdopted } from './adoption.store.ts'

export function showAdopted(row: AdoptedRow): AdoptionRow {
  const registered = row.issueName !== null
  return {
    id: row.id,
    reportId: row.reportId,
    unitName: row.unitName,
    reportTitle: row.reportTitle,
    deskId: row.deskId,
    deskName: row.deskName,
    campaignId: row.campaignId,
    columnKey: row.columnKey,
    title: row.title,
    byName: row.byName,
    at: moment(row.at)!,
    composite: row.compositeId === null ? null : { id: row.compositeId, reports: row.compositeReports },
    issue: registered
      ? { id: row.issueId, name: row.issueName!, date: row.issueDay, articleId: row.articleId }
      : null,
    version: row.version,
    actions: ['edit', 'register', ...(registered ? (['unregister'] as const) : [])],
  }
}

/** Throws `not-found`. */
export async function getAdoption(tx: Database, viewer: Viewer, id: string): Promise<AdoptionDetail> {
  const row = await getAdopted(tx, viewer, id)
  const history = await rowsOf<AdoptionDetail['history'][number] & { at: string | Date }>(
    tx,
    sql`select column_key as "columnKey", title, body, by_name as "byName", at from adoption_revision
      where adoption_id = ${id} order by version desc`,
  )
  return {
    ...showAdopted(row),
    body: row.body,
    reported: { title: row.reportTitle, body: row.reportBody },
    figures: await listFigures(tx, row.reportId),
    printed:
      row.printedBody === null ? null : { title: row.printedTitle ?? row.title, body: row.printedBody },
    history: history.map(each => ({ ...each, at: moment(each.at)! })),
  }
}

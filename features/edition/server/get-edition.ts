import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Edition, EditionPicture, EditionStepRow } from '../contract/index.ts'
import { getEditionRow, type Viewer } from './edition.store.ts'
import { headOf, instant } from './edition.view.ts'
import { readContent } from './item/item.store.ts'

/** One edition, whole. Throws `not-found`. */
export async function getEdition(tx: Database, viewer: Viewer, id: string, today: string): Promise<Edition> {
  const row = await getEditionRow(tx, viewer, id, today)
  const { publisher, campaignId, columns, chain, settings, signedName, forceReason, chainHead } = row
  return {
    ...headOf(row, viewer.person),
    ...{ publisher, campaignId, columns, chain, settings, signedName, forceReason, chainHead },
    content: await readContent(tx, row),
    pictures: await selectPictures(tx, id),
    steps: await selectSteps(tx, id),
  }
}

export function selectPictures(tx: Database, editionId: string): Promise<EditionPicture[]> {
  return rowsOf<EditionPicture>(
    tx,
    sql`select id, width, height, size_bytes as "sizeBytes", media_type as "mediaType", report_id as "reportId"
      from edition_picture where edition_id = ${editionId} order by created_at, id`,
  )
}

async function selectSteps(tx: Database, editionId: string): Promise<EditionStepRow[]> {
  const rows = await rowsOf<EditionStepRow>(
    tx,
    sql`select seq, action, state, step_name as "stepName", round, by_name as "byName", reason, at
      from edition_step where edition_id = ${editionId} order by seq`,
  )
  return rows.map(row => ({ ...row, at: instant(row.at) }))
}

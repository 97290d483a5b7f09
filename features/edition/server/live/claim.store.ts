import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ItemClaim } from '../../contract/index.ts'
import { instant } from '../edition.view.ts'

/** Items of an edition that somebody is at now. */
export async function selectClaims(tx: Database, editionId: string, now: Date): Promise<ItemClaim[]> {
  const rows = await rowsOf<ItemClaim & { until: string | Date }>(
    tx,
    sql`select id as "itemId", claimed_by as "byId", coalesce(claimed_name, '') as "byName",
        coalesce(claimed_tab, '') as tab, claimed_until as until, asked_name as "askedBy"
      from edition_item where edition_id = ${editionId} and claimed_by is not null
        and claimed_until > ${now.toISOString()} order by id`,
  )
  return rows.map(row => ({ ...row, until: instant(row.until) }))
}

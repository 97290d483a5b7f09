import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { DistributionRow } from '../contract/index.ts'
import type { EditionFrame } from './compose-edition.ts'
import type { EditionRow } from './edition.store.ts'

/** What an edition is printed with besides its items; its numbers and day are those it would get `today` until it is signed. */
export async function readFrame(tx: Database, row: EditionRow, today: string): Promise<EditionFrame> {
  const [series] = await rowsOf<{ distribution: DistributionRow[] }>(
    tx,
    sql`select distribution from series where id = ${row.seriesId}`,
  )
  const { seriesName, layout, publisher, special, columns, settings, chainHead, next } = row
  return {
    ...{ seriesName, layout, publisher, special, columns, settings, chainHead },
    issueNo: row.issueNo ?? (special ? next.specialNo : next.issueNo),
    runningNo: row.issueNo === null ? (special ? null : next.runningNo) : row.runningNo,
    date: row.date ?? today,
    distribution: (series?.distribution ?? []).map(({ to, recipients }) => ({
      to,
      entries: recipients.map(({ name }) => name),
    })),
  }
}

/** What waits for somebody at the desk: issues at their step, issues given back to them, issues that could not be made. */

import { localDay } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type WorkAsked, type WorkGroup, type WorkSource, workRows } from '@jianbao/platform/work'
import { editionReaders } from '../../contract/index.ts'
import { type EditionRow, editionName, ofScope, selectEditions } from '../edition.store.ts'
import { instant } from '../edition.view.ts'
import { editionTabsOf } from '../list-editions.ts'
import { signLink } from './tell-of-edition.ts'

export const editionWork: WorkSource = {
  roles: editionReaders,
  list: async asked => [
    await group(asked, 'waiting', row => ({ note: row.chain[row.step]?.name ?? null, link: signLink(row) })),
    await group(asked, 'returned', row => ({ note: row.title, link: `/editions/${row.id}` })),
    await group(asked, 'failed', row => ({ note: row.title, link: `/editions/${row.id}` })),
  ],
}

/** Exactly what stands under that tab of the list. */
async function group(
  { tx, scope, person, now }: WorkAsked,
  tab: 'waiting' | 'returned' | 'failed',
  row: (row: EditionRow) => { note: string | null; link: string },
): Promise<WorkGroup> {
  const where = editionTabsOf(person)[tab]
  const viewer = { scope, person }
  const [counted] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from edition e where ${ofScope(viewer)} and ${where}`,
  )
  const order = sql`order by e.updated_at, e.id limit ${workRows}`
  const rows = await selectEditions(tx, viewer, localDay(now), where, order)
  return {
    kind: `edition.${tab}`,
    count: counted!.count,
    link: `/editions?tab=${tab}`,
    rows: rows.map(each => ({ ...row(each), title: editionName(each), at: instant(each.updatedAt) })),
  }
}

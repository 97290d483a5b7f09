import { sql } from '@jianbao/platform/db'
import { type WorkGroup, type WorkSource, workRows } from '@jianbao/platform/work'
import type { MineFilters, MineTab } from '../contract/index.ts'
import { mineCondition, onTab, showRows } from './mine/list-mine.ts'
import { countReports, selectReports } from './report.store.ts'

/** What waits for those who write and sign: what came back to them, drafts left lying, what needs their signature. */
export const reportWork: WorkSource = {
  roles: ['reporter', 'unit-lead'],
  list: async ({ tx, scope, person, now }) => {
    const viewer = { scope, person }
    const group = async (kind: string, filters: MineFilters & { tab: MineTab }): Promise<WorkGroup> => {
      const where = onTab(await mineCondition(tx, viewer, filters, now), filters.tab)
      const rows = await selectReports(
        tx,
        viewer,
        where,
        sql`order by r.updated_at desc, r.id desc limit ${workRows}`,
      )
      const shown = await showRows(tx, viewer, rows, now)
      const own = `${filters.own ? '&own=true' : ''}${filters.idle ? '&idle=true' : ''}`
      return {
        kind,
        count: await countReports(tx, viewer, where),
        link: `/reports?tab=${filters.tab}${own}`,
        rows: shown.map(row => ({
          title: row.title || '（无标题）',
          note: row.reason ?? row.unitName,
          at: row.updatedAt,
          link: kind === 'report.draft' ? `/reports/${row.id}/edit` : `/reports/${row.id}`,
        })),
      }
    }
    const groups = [
      await group('report.returned', { tab: 'returned', own: true }),
      await group('report.sign', { tab: 'sign' }),
      await group('report.draft', { tab: 'draft', own: true, idle: true }),
    ]
    return groups.filter(({ count }) => count > 0)
  },
}

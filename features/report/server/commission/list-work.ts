import { localDay } from '@jianbao/platform/clock'
import type { WorkGroup, WorkSource } from '@jianbao/platform/work'
import { workRows } from '@jianbao/platform/work'
import { commissionAnswerers } from '../../contract/index.ts'
import { listCommissions } from './list-commissions.ts'

/** Pieces asked of the caller's units: those to come, and those whose day passed. */
export const commissionWork: WorkSource = {
  roles: commissionAnswerers,
  list: async ({ tx, scope, person, now, language }) => {
    const groups: WorkGroup[] = []
    for (const state of ['open', 'missed'] as const) {
      const query = { side: 'received', state, pageSize: workRows } as const
      const { rows, total } = await listCommissions(tx, { scope, person }, query, localDay(now))
      groups.push({
        kind: `commission.${state}`,
        count: total,
        link: `/commissions?side=received&state=${state}`,
        rows: rows.map(row => ({
          title: row.title,
          note: language === 'en' ? `due ${row.dueDay}` : `${row.dueDay} 前交稿 · ${row.deskName}`,
          at: row.createdAt,
          link: `/commissions?id=${row.id}`,
        })),
      })
    }
    return groups
  },
}

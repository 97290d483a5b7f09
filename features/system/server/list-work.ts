import { type WorkSource, workRows } from '@jianbao/platform/work'
import { triedWords } from '../contract/index.ts'
import { listAudit } from './audit/list-audit.ts'

/** What was refused today, for those who watch. */
export const systemWork: WorkSource = {
  roles: ['auditor'],
  list: async ({ tx, scope, now, language }) => {
    const from = dayInChina(now)
    const { rows, total } = await listAudit(tx, scope, { outcome: 'refused', from, pageSize: workRows })
    const shown = rows.map(entry => ({
      title: triedWords(entry.action, language),
      note: [entry.actorName, entry.words].filter(Boolean).join(' · ') || null,
      at: entry.at,
      link: `/audit/${entry.id}`,
    }))
    return [{ kind: 'audit.refused', count: total, link: `/audit?outcome=refused&from=${from}`, rows: shown }]
  },
}

/** The day as the office counts it, wherever the server stands. */
function dayInChina(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

import { localDay } from '@jianbao/platform/clock'
import { type WorkSource, workRows } from '@jianbao/platform/work'
import { commitmentSigners } from '../contract/index.ts'
import { selectCommitments } from './commitment/commitment.store.ts'

/** Commitments that wait for the lead of a unit to sign. */
export const campaignWork: WorkSource = {
  roles: commitmentSigners,
  list: async ({ tx, scope, person, now, language }) => {
    const viewer = { today: localDay(now), person }
    const { rows, total } = await selectCommitments(tx, scope, { own: true, pageSize: workRows }, viewer)
    return [
      {
        kind: 'commitment.unsigned',
        count: total,
        link: '/commitments?own=true',
        rows: rows.map(row => ({
          title: row.name,
          note: `${row.unitName} · ${language === 'en' ? `sign by ${row.untilDay}` : `${row.untilDay} 前签署`}`,
          at: row.issuedAt,
          link: `/commitments/${row.id}`,
        })),
      },
    ]
  },
}

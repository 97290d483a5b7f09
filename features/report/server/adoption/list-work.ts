import type { WorkSource } from '@jianbao/platform/work'
import { workRows } from '@jianbao/platform/work'
import { moment } from '../report.view.ts'
import { selectMatched } from './list-adoptions.ts'

/** Adopted texts that an issue of the archive seems to have printed: a person says whether it did. */
export const adoptionWork: WorkSource = {
  roles: ['editor'],
  list: async ({ tx, scope, person }) => {
    const { rows, matches } = await selectMatched(tx, { scope, person })
    return [
      {
        kind: 'adoption.matched',
        count: rows.length,
        link: '/adoptions?tab=matched',
        rows: rows.slice(0, workRows).map(row => ({
          title: row.title,
          note: matches.get(row.id)!.issueName,
          at: moment(row.at),
          link: `/adoptions?tab=matched&adoption=${row.id}`,
        })),
      },
    ]
  },
}

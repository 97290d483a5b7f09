import { listHolders } from '@jianbao/organisation/server'
import type { Database } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import { visitedRoles } from '../contract/index.ts'
import type { FindingRow } from './finding/finding.store.ts'
import type { Actor } from './inspection.services.ts'

/** The leads of the units hear what was confirmed about them, once for each stop. */
export async function tellFindings(
  tx: Database,
  rows: readonly FindingRow[],
  { person, now }: Actor,
): Promise<void> {
  for (const [stopId, own] of Map.groupBy(rows, row => row.stopId)) {
    const holders = await listHolders(tx, visitedRoles, own[0]!.unitId)
    const to = holders.map(({ id }) => id).filter(id => id !== person.id)
    const details = { name: own[0]!.tourName, count: own.length }
    await notify(tx, { to, kind: 'finding.confirmed', details, link: `/visits/${stopId}`, at: now })
  }
}

import { listHolders, nearestOffice } from '@jianbao/organisation/server'
import type { Database } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { ReportDeed } from '../contract/index.ts'
import type { ReportRow, Standing } from './report.store.ts'

type Told = {
  readonly row: ReportRow
  readonly deed: ReportDeed
  readonly to: Standing
  readonly by: { readonly id: string; readonly name: string }
  readonly reason: string | null
  readonly now: Date
}

/**
 * Tells whoever it concerns, never the one who did it: the author of everything that becomes of a report, the unit leads
 * of what waits for their signature. What arrives at a desk is counted there, one by one it would be a flood.
 */
export async function tellOfReport(tx: Database, { row, deed, to, by, reason, now }: Told): Promise<void> {
  const details = { title: row.title, by: by.name, ...(reason ? { reason } : {}) }
  const link = `/reports/${row.id}`
  const tell = (kind: string, people: readonly string[]) =>
    notify(tx, { to: people.filter(id => id !== by.id), kind, details, link, at: now })
  if (to.state === 'review') {
    const office = await nearestOffice(tx, ['unit-lead'], row.path)
    const leads = office ? await listHolders(tx, ['unit-lead'], office.id) : []
    await tell(
      'report.review',
      leads.map(({ id }) => id),
    )
  } else await tell(`report.${deed}`, [row.createdBy])
}

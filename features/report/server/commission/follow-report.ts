/** A deed on a report moves the commission it answers, inside the same transaction. */
import type { Office } from '@jianbao/organisation/server'
import { nameUnits } from '@jianbao/organisation/server'
import type { Person } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import { type CommissionState, commissionFlow, stepOfDeed } from '../../contract/index.ts'
import type { ReportRow } from '../report.store.ts'
import { settleCommission } from './commission.store.ts'
import { tellUnit } from './tell-of-commission.ts'

type Done = {
  readonly row: Pick<ReportRow, 'id' | 'commissionId' | 'title'>
  readonly deed: string
  /** The desk it was done at. */
  readonly desk: Office | null
  readonly by: Person
  readonly today: string
  readonly now: Date
}
type Row = {
  id: string
  unitId: string
  deskId: string
  title: string
  dueDay: string
  state: CommissionState
  late: boolean
  reportId: string | null
  byId: string
}

export async function followReport(tx: Database, { row, deed, desk, by, today, now }: Done): Promise<void> {
  const step = row.commissionId === null ? null : stepOfDeed(deed)
  if (!step) return
  // The program keeps it: whoever does the deed need not see who asked for the piece.
  await withRole(tx, 'owner', async () => {
    const [asked] = await rowsOf<Row>(
      tx,
      sql`select id, unit_id as "unitId", desk_id as "deskId", title, due_day::text as "dueDay", state, late,
          report_id as "reportId", by_id as "byId"
        from commission where id = ${row.commissionId} for update`,
    )
    const from: readonly CommissionState[] = commissionFlow[step].from
    if (!asked || !from.includes(asked.state)) return
    // Another report was quicker; this one is a report like any other.
    if (step !== 'deliver' && asked.reportId !== row.id) return
    const overdue = asked.dueDay < today
    switch (step) {
      case 'deliver':
        return settleCommission(
          tx,
          asked.id,
          { state: 'delivered', reportId: row.id, late: asked.late || overdue },
          now,
        )
      case 'recall':
        return settleCommission(
          tx,
          asked.id,
          { state: overdue ? 'missed' : 'open', reportId: null, late: overdue },
          now,
        )
      case 'take': {
        const offices = await nameUnits(tx, [asked.deskId])
        if (!desk || !offices.get(asked.deskId)?.path.startsWith(desk.path)) return
        await settleCommission(tx, asked.id, { state: 'done' }, now)
        await tellUnit(tx, asked, { kind: 'commission.done', details: { by: by.name }, by: by.id, now }, [
          asked.byId,
        ])
      }
    }
  })
}

/** Rows of commissions: those of units in the caller's scope, which is the first lock. */
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { CommissionState } from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'

export type CommissionRow = {
  readonly id: string
  readonly batchId: string
  readonly unitId: string
  readonly unitName: string
  readonly path: string
  readonly deskId: string
  readonly campaignId: string | null
  readonly campaignName: string | null
  readonly taskId: string | null
  readonly taskName: string | null
  readonly periodNo: number | null
  readonly periodName: string | null
  readonly title: string
  readonly brief: string
  readonly dueDay: string
  readonly state: CommissionState
  readonly late: boolean
  readonly reason: string | null
  readonly reportId: string | null
  readonly reportTitle: string | null
  readonly byName: string
  readonly createdAt: string | Date
  readonly settledAt: string | Date | null
  readonly version: number
}

const columns = sql`c.id, c.batch_id as "batchId", c.unit_id as "unitId", u.name as "unitName", c.scope_path as path,
  c.desk_id as "deskId", c.campaign_id as "campaignId", g.name as "campaignName", c.task_id as "taskId",
  t.name as "taskName", c.period_no as "periodNo", p.name as "periodName", c.title, c.brief,
  c.due_day::text as "dueDay", c.state, c.late, c.reason, r.id as "reportId", r.title as "reportTitle",
  c.by_name as "byName", c.created_at as "createdAt", c.settled_at as "settledAt", c.version`
const joined = sql`commission c join unit u on u.id = c.unit_id left join campaign g on g.id = c.campaign_id
  left join task t on t.id = c.task_id left join task_period p on p.task_id = c.task_id and p.no = c.period_no
  left join report r on r.id = c.report_id`

export const inScope = ({ scope }: Viewer): SQL => within(scope, sql`c.scope_path`)

export function selectCommissions(
  tx: Database,
  viewer: Viewer,
  where: SQL,
  rest: SQL,
): Promise<CommissionRow[]> {
  return rowsOf<CommissionRow>(
    tx,
    sql`select ${columns} from ${joined} where ${inScope(viewer)} and ${where} ${rest}`,
  )
}

/** Throws `not-found`. */
export async function getCommissionRow(tx: Database, viewer: Viewer, id: string): Promise<CommissionRow> {
  const [row] = await selectCommissions(tx, viewer, sql`c.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/** The same, held to the end of the transaction. */
export async function holdCommission(tx: Database, viewer: Viewer, id: string): Promise<CommissionRow> {
  await tx.execute(sql`select from commission where id = ${id} for update`)
  return getCommissionRow(tx, viewer, id)
}

export type Settled = {
  readonly state: CommissionState
  readonly dueDay?: string
  readonly late?: boolean
  readonly reason?: string
  readonly reportId?: string | null
}

export async function settleCommission(
  tx: Database,
  id: string,
  { state, dueDay, late, reason, reportId }: Settled,
  now: Date,
): Promise<void> {
  const set = [
    sql`state = ${state}, version = version + 1, settled_at = ${state === 'open' ? null : now.toISOString()}`,
    ...(dueDay === undefined ? [] : [sql`due_day = ${dueDay}`]),
    ...(late === undefined ? [] : [sql`late = ${late}`]),
    ...(reason === undefined ? [] : [sql`reason = ${reason}`]),
    ...(reportId === undefined ? [] : [sql`report_id = ${reportId}`]),
  ]
  await tx.execute(sql`update commission set ${sql.join(set, sql`, `)} where id = ${id}`)
}

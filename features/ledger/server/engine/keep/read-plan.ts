import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Plan, PlanPeriod } from './keep.types.ts'

/** The plan of a task with the work ledger that takes it in; null when there is none. */
export async function readPlan(tx: Database, taskId: string): Promise<Plan | null> {
  const [row] = await rowsOf<Omit<Plan, 'periods'>>(
    tx,
    sql`select t.id as "taskId", l.id as "ledgerId", m.id as "matterId", l.state = 'open' as "ledgerOpen", l.rules,
        l.unit_id as "keeperId", t.name as title, coalesce(t.basis, '') as basis, coalesce(t.purpose, '') as measure,
        (select min(u.id::text)::uuid from unit u where u.state = 'active' and u.path ^@ c.scope_path
          and u.name = t.lead having count(*) = 1) as "leadId",
        t.needed, t.types
      from task t join campaign c on c.id = t.campaign_id
        join ledger l on l.campaign_id = c.id and l.kind = 'work'
        left join ledger_matter m on m.ledger_id = l.id and m.task_id = t.id
      where t.id = ${taskId} order by m.id is null, l.state = 'closed', l.created_at, l.id limit 1`,
  )
  if (!row) return null
  const periods = await rowsOf<PlanPeriod>(
    tx,
    sql`select no, name, from_day::text as "fromDay", due_day::text as "dueDay" from task_period
      where task_id = ${taskId} order by no`,
  )
  return { ...row, periods }
}

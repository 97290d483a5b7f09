/** Where else a report counts: tasks of the ledger it proves, lines of points. Read where other rooms keep it. */
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { SourceChange } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'

type OfReport<T> = T & { readonly reportId: string }
export type Places = {
  readonly ledger: OfReport<SourceChange['ledger'][number]>[]
  readonly scores: OfReport<SourceChange['scores'][number]>[]
}

export async function readPlaces(
  tx: Database,
  { scope }: Viewer,
  reports: readonly string[],
): Promise<Places> {
  if (!reports.length) return { ledger: [], scores: [] }
  const asked = sql`${`{${[...new Set(reports)].join(',')}}`}::uuid[]`
  // It proves its period as long as a desk has it accepted.
  const ledger = await rowsOf<Places['ledger'][number]>(
    tx,
    sql`select r.id as "reportId", t.id as "taskId", t.campaign_id as "campaignId", r.unit_id as "unitId",
        t.name || coalesce('（' || p.name || '）', '') as name, r.accepted_at is not null as stands
      from report r join item i on i.task_id = r.task_id and i.unit_id = r.unit_id join task t on t.id = r.task_id
      left join task_period p on p.task_id = r.task_id and p.no = r.period_no and t.rhythm is not null
      where r.id = any (${asked}) and ${within(scope, sql`r.scope_path`)}`,
  )
  const scores = await rowsOf<Places['scores'][number]>(
    tx,
    sql`select n.report_id as "reportId", n.campaign_id as "campaignId", n.unit_id as "unitId", u.name as "unitName",
        coalesce(n.rule_name, n.kind) as rule, n.points::float8 as points, n.month
      from score_entry n join unit u on u.id = n.unit_id
      where n.report_id = any (${asked}) and ${within(scope, sql`n.scope_path`)} order by n.day, n.position`,
  )
  return { ledger, scores }
}

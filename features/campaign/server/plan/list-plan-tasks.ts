/** Tasks of a campaign as its plan shows them, with how many of the units they bind the caller sees. */
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Pack, Task, TaskPeriod } from '../../contract/index.ts'
import { isoDay, readable } from '../campaign.store.ts'
import { periodState } from './period-state.ts'

type Row = Omit<Task, 'types' | 'periods'> & {
  readonly types: string[]
  readonly periods: Omit<TaskPeriod, 'state'>[]
  readonly pack: Pack
}

/** Whom a task `t` of a campaign `c` binds. */
export const bindsUnit = sql`u.state = 'active' and u.path >= c.scope_path and u.path < c.scope_path || '~'
  and (u.kind = any (t.kinds) or u.id = any (t.unit_ids))`

const taskColumns = (
  scope: Scope,
): SQL => sql`t.id, c.id as "campaignId", c.name as "campaignName", t.key, t.name,
  t.short, t.required, t.stage_id as "stageId", s.name as "stageName", t.kinds,
  coalesce(cardinality(t.unit_ids), 0) as named, t.basis, t.purpose, t.lead, t.rhythm, t.needed, t.types,
  (select count(*)::int from unit u where ${bindsUnit} and ${within(scope, sql`u.path`)}) as bound,
  (select coalesce(json_agg(json_build_object('no', p.no, 'name', p.name, 'fromDay', ${isoDay(sql`p.from_day`)},
      'toDay', ${isoDay(sql`p.to_day`)}, 'dueDay', ${isoDay(sql`p.due_day`)}, 'lockDay', ${isoDay(sql`p.lock_day`)})
      order by p.no), '[]') from task_period p where p.task_id = t.id) as periods`

/** Those of one campaign, or one of them, in the order of the plan. */
export async function listPlanTasks(
  tx: Database,
  scope: Scope,
  which: { readonly campaignId: string } | { readonly taskId: string },
  today: string,
): Promise<Task[]> {
  const asked =
    'taskId' in which ? sql`t.id = ${which.taskId}` : sql`c.id = ${which.campaignId} and not t.dropped`
  const rows = await rowsOf<Row>(
    tx,
    sql`select ${taskColumns(scope)}, c.pack from task t join campaign c on c.id = t.campaign_id
        left join stage s on s.id = t.stage_id
      where ${asked} and ${readable(scope)} order by t.position, t.id`,
  )
  return rows.map(({ pack, types, periods, ...row }) => ({
    ...row,
    types: nameTypes(pack, types),
    periods: periods.map(period => ({ ...period, state: periodState(period, today) })),
  }))
}

export function nameTypes(pack: Pack, keys: readonly string[]): { key: string; name: string }[] {
  return keys.map(key => ({ key, name: pack.reporting.types.find(type => type.id === key)?.name ?? key }))
}

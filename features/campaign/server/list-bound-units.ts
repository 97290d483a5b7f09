import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { BoundPage, BoundQuery, BoundUnit } from '../contract/index.ts'
import { isoDay, isoInstant, readable } from './campaign.store.ts'
import { bindsUnit } from './plan/list-plan-tasks.ts'

/** Units that a task binds, as far as the caller sees them, in the order of the tree. Throws `not-found`. */
export async function listBoundUnits(
  tx: Database,
  scope: Scope,
  taskId: string,
  query: BoundQuery,
  today: string,
): Promise<BoundPage> {
  const { page = 1, pageSize = 20 } = query
  const [task] = await rowsOf(
    tx,
    sql`select 1 from task t join campaign c on c.id = t.campaign_id where t.id = ${taskId} and ${readable(scope)}`,
  )
  if (!task) throw new Problem('not-found')
  const from = sql`task t join campaign c on c.id = t.campaign_id
    join unit u on ${bindsUnit} and ${within(scope, sql`u.path`)}
    where t.id = ${taskId} and ${conditionsOf(query, today)}`
  const rows = await rowsOf<BoundUnit>(
    tx,
    sql`select u.id, u.code, u.name, u.kind, (select a.name from unit a where a.id = u.parent_id) as above,
        (select coalesce(json_agg(json_build_object('periodNo', p.no, 'periodName', p.name,
            'untilDay', ${isoDay(sql`o.until_day`)}, 'reason', o.reason, 'byName', o.by_name,
            'at', ${isoInstant(sql`o.at`)}, 'over', o.until_day < ${today}) order by p.no), '[]')
          from task_opening o join task_period p on p.task_id = o.task_id and p.no = o.period_no
          where o.task_id = t.id and o.unit_id = u.id and ${within(scope, sql`o.scope_path`)}) as openings
      from ${from} order by u.code limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(tx, sql`select count(*)::int as total from ${from}`)
  return { rows, total: counted!.total, page, pageSize }
}

function conditionsOf({ q, kind, opened }: BoundQuery, today: string): SQL {
  const words = storableText(q ?? '')
    .trim()
    .toLowerCase()
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    sql`true`,
    ...(words ? [sql`u.search like ${pattern}`] : []),
    ...(kind ? [sql`u.kind = ${kind}`] : []),
    ...(opened
      ? [
          sql`exists (select from task_opening o where o.task_id = t.id and o.unit_id = u.id
            and o.until_day >= ${today})`,
        ]
      : []),
  ]
  return sql.join(conditions, sql` and `)
}

import { Problem } from '@jianbao/errors'
import { localInstant, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ReportPage, ReportQuery } from '../contract/index.ts'
import { countList } from './count-reports.ts'
import { selectReports, type Viewer } from './report.store.ts'
import { showSummaries } from './report.view.ts'

/** Reports the caller may see, one page. Throws `not-found` when `under` is no unit of theirs. */
export async function listReports(
  tx: Database,
  viewer: Viewer,
  query: ReportQuery,
  now: Date,
): Promise<ReportPage> {
  const { page = 1, pageSize = 20, sort = '-updated' } = query
  const where = await filterReports(tx, viewer, query)
  const rows = await selectReports(
    tx,
    viewer,
    where,
    sql`order by ${orders[sort]} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const under = query.under ? await below(tx, query.under) : sql`true`
  const counted = await countList(tx, viewer, { where, under, query })
  return { rows: await showSummaries(tx, viewer, rows, now), ...counted, page, pageSize }
}

export const orders: Readonly<Record<NonNullable<ReportQuery['sort']>, SQL>> = {
  '-updated': sql`r.updated_at desc, r.id desc`,
  updated: sql`r.updated_at, r.id`,
  '-day': sql`r.start_day desc nulls last, r.id desc`,
  day: sql`r.start_day nulls last, r.id`,
  '-arrived': sql`r.arrived_at desc nulls last, r.id desc`,
  arrived: sql`r.arrived_at nulls last, r.id`,
}

/** The condition on `r`, rows of report, that a list's filters make. */
export async function filterReports(tx: Database, { person }: Viewer, query: ReportQuery): Promise<SQL> {
  const { q, state, under, campaignId, taskId, periodNo, type, from, to, photos, figures, column, mine } =
    query
  const all: SQL[] = [sql`true`]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(sql`(r.title ilike ${like} or r.body ilike ${like})`)
  }
  if (state?.length) all.push(sql`r.state in ${state}`)
  if (under) all.push(await below(tx, under))
  if (campaignId) all.push(sql`r.campaign_id = ${campaignId}`)
  if (taskId) all.push(sql`r.task_id = ${taskId}`)
  if (periodNo) all.push(sql`r.period_no = ${periodNo}`)
  if (type?.length) all.push(sql`r.type in ${type}`)
  if (from) all.push(sql`coalesce(r.end_day, r.start_day) >= ${from}`)
  if (to) all.push(sql`r.start_day <= ${to}`)
  const { arrivedFrom, arrivedTo } = query
  if (arrivedFrom) all.push(sql`r.arrived_at >= ${localInstant(arrivedFrom, '00:00').toISOString()}`)
  if (arrivedTo) all.push(sql`r.arrived_at < ${localInstant(nextDay(arrivedTo), '00:00').toISOString()}`)
  if (photos !== undefined) all.push(photos ? sql`r.photos > 0` : sql`r.photos = 0`)
  if (figures !== undefined) all.push(figures ? sql`r.figures > 0` : sql`r.figures = 0`)
  if (column)
    all.push(sql`exists (select from adoption a where a.report_id = r.id and a.column_key = ${column}
      and a.revoked_at is null)`)
  if (mine) all.push(onDesks(person.posts.filter(post => post.role === 'editor').map(post => post.unitId)))
  return sql.join(all, sql` and `)
}

/** On the desk of one of these units; compared as a list, which the index of desks can take. */
function onDesks(unitIds: readonly string[]): SQL {
  return sql`r.desk_id = any (${`{${unitIds.join(',')}}`}::uuid[])`
}

/** In the subtree of a unit, by the path in `column`. Throws `not-found` when the unit is not the caller's to see. */
export async function below(tx: Database, unitId: string, column = sql`r.scope_path`): Promise<SQL> {
  const [unit] = await rowsOf<{ path: string }>(tx, sql`select path from unit where id = ${unitId}`)
  if (!unit) throw new Problem('not-found')
  return sql`${column} >= ${unit.path} and ${column} < ${`${unit.path}~`}`
}

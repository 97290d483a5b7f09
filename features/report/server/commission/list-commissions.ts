import { scopeOf, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type CommissionFilters,
  type CommissionPage,
  type CommissionQuery,
  commissionAnswerers,
  commissionStates,
} from '../../contract/index.ts'
import { below } from '../list-reports.ts'
import type { Viewer } from '../report.store.ts'
import { inScope, selectCommissions } from './commission.store.ts'
import { askingUnits, showCommissions } from './commission.view.ts'

export const commissionOrder: Readonly<Record<NonNullable<CommissionFilters['sort']>, SQL>> = {
  due: sql`c.due_day, c.id`,
  '-due': sql`c.due_day desc, c.id desc`,
  '-asked': sql`c.created_at desc, c.id desc`,
  unit: sql`c.scope_path, c.due_day, c.id`,
}

/** Commissions the caller may see, one page, with how many there are in each state. Throws `not-found`. */
export async function listCommissions(
  tx: Database,
  viewer: Viewer,
  query: CommissionQuery,
  today: string,
): Promise<CommissionPage> {
  const { page = 1, pageSize = 30, state, sort = 'due', unit } = query
  const where = await filterCommissions(tx, viewer, query)
  const counted = await rowsOf<{ state: (typeof commissionStates)[number]; count: number }>(
    tx,
    sql`select c.state, count(*)::int as count from commission c where ${inScope(viewer)} and ${where}
      group by c.state`,
  )
  const counts = Object.fromEntries(
    commissionStates.map(each => [each, counted.find(row => row.state === each)?.count ?? 0]),
  ) as Record<(typeof commissionStates)[number], number>
  const all = counted.reduce((sum, { count }) => sum + count, 0)
  const rows = await selectCommissions(
    tx,
    viewer,
    sql`${where} and ${ofState(state)}`,
    sql`order by ${commissionOrder[sort]} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const { person } = viewer
  const named = unit ? await rowsOf<{ name: string }>(tx, sql`select name from unit where id = ${unit}`) : []
  return {
    rows: await showCommissions(tx, person, rows),
    total: state ? counts[state] : all,
    page,
    pageSize,
    counts: { all, ...counts },
    unitName: named[0]?.name ?? null,
    asks: askingUnits(person).length > 0,
    answers: scopeOf(person, commissionAnswerers).roots.length > 0,
    today,
  }
}

export const ofState = (state: CommissionFilters['state']): SQL =>
  state ? sql`c.state = ${state}` : sql`true`

/** The condition of all filters but the state. */
export async function filterCommissions(
  tx: Database,
  { person }: Viewer,
  { q, side, unit, taskId, batchId, from, to }: CommissionFilters,
): Promise<SQL> {
  const all: SQL[] = [sql`true`]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(sql`(c.title ilike ${like} or c.brief ilike ${like})`)
  }
  if (side === 'asked') all.push(sql`c.desk_id = any (${`{${askingUnits(person).join(',')}}`}::uuid[])`)
  if (side === 'received') all.push(within(scopeOf(person, commissionAnswerers), sql`c.scope_path`))
  if (unit) all.push(await below(tx, unit, sql`c.scope_path`))
  if (taskId) all.push(sql`c.task_id = ${taskId}`)
  if (batchId) all.push(sql`c.batch_id = ${batchId}`)
  if (from) all.push(sql`c.due_day >= ${from}`)
  if (to) all.push(sql`c.due_day <= ${to}`)
  return sql.join(all, sql` and `)
}

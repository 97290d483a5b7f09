import { nameUnits } from '@jianbao/organisation/server'
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type ItemState,
  lightOfItem,
  meanOf,
  type ServicePage,
  type ServiceQuery,
  type ServiceRow,
} from '../../../contract/index.ts'
import { yuan } from '../item/service.view.ts'
import { groupRule, serviceFacts, serviceFilter } from './service-facts.ts'

type Row = Omit<ServiceRow, 'unitName' | 'light' | 'mean'> & {
  readonly state: ItemState
  readonly nearDay: string
  readonly milestoneDay: string | null
  readonly fedBackDay: string | null
  readonly counted: number
  readonly points: number
}

/** The services one figure of the totals counts, those due first before the others. */
export async function listServices(
  tx: Database,
  scope: Scope,
  query: ServiceQuery,
  today: string,
): Promise<ServicePage> {
  const { page = 1, pageSize = 20, group = 'all' } = query
  const { where, unitName } = await serviceFilter(tx, scope, query)
  const from = sql`(${serviceFacts(where)}) f where ${groupRule[group]}`
  const rows = await rowsOf<Row>(
    tx,
    sql`select f.id, f.title, f.unit_id as "unitId", f.state, f.due_day::text as "dueDay", f.near_day::text as "nearDay",
        f.milestone_day::text as "milestoneDay", f.fed_back_day::text as "fedBackDay", f.people, f.attendances,
        f.budget::text as budget, f.spent::text as spent, f.counted, f.points, f.failing, f.public
      from ${from} order by f.due_day, f.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(tx, sql`select count(*)::int as total from ${from}`)
  const names = await nameUnits(
    tx,
    rows.map(({ unitId }) => unitId),
  )
  return {
    rows: rows.map(({ nearDay, milestoneDay, fedBackDay, counted: answers, points, ...row }) => ({
      ...row,
      unitName: names.get(row.unitId)?.name ?? '',
      budget: yuan(row.budget),
      spent: yuan(row.spent),
      mean: meanOf({ counted: answers, points }),
      light: lightOfItem({ ...row, nearDay, milestoneDay, fedBackDay }, today),
    })),
    total: counted!.total,
    page,
    pageSize,
    unitName,
  }
}

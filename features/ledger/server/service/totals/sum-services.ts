import { nameUnits } from '@jianbao/organisation/server'
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ServiceSums, ServiceTotals, ServiceTotalsQuery } from '../../../contract/index.ts'
import { yuan } from '../item/service.view.ts'
import { serviceFacts, serviceFilter } from './service-facts.ts'

type Row = Omit<ServiceSums, 'people' | 'attendances'> & {
  readonly unitId: string | null
  readonly people: string | number
  readonly attendances: string | number
}

/** People, money and services, for each unit and all together. People and attendances stand apart. */
export async function sumServices(
  tx: Database,
  scope: Scope,
  query: ServiceTotalsQuery,
): Promise<ServiceTotals> {
  const { where, unitName } = await serviceFilter(tx, scope, query)
  const rows = await rowsOf<Row>(
    tx,
    sql`select f.unit_id as "unitId", count(*)::int as items, count(*) filter (where not f.done)::int as open,
        count(*) filter (where f.done)::int as done, count(*) filter (where f.failing)::int as failing,
        count(*) filter (where f.public)::int as public, coalesce(sum(f.people), 0) as people,
        coalesce(sum(f.attendances), 0) as attendances, coalesce(sum(f.budget), 0)::text as budget,
        coalesce(sum(f.spent), 0)::text as spent
      from (${serviceFacts(where)}) f group by grouping sets ((f.unit_id, f.scope_path), ())
      order by f.scope_path nulls first`,
  )
  const names = await nameUnits(
    tx,
    rows.map(({ unitId }) => unitId),
  )
  const sums = ({ unitId: _, ...row }: Row): ServiceSums => ({
    ...row,
    people: Number(row.people),
    attendances: Number(row.attendances),
    budget: yuan(row.budget)!,
    spent: yuan(row.spent)!,
  })
  return {
    unitName,
    whole: sums(rows.find(({ unitId }) => unitId === null)!),
    rows: rows.flatMap(row =>
      row.unitId === null
        ? []
        : [{ unitId: row.unitId, unitName: names.get(row.unitId)?.name ?? '', ...sums(row) }],
    ),
  }
}

/** What lists and totals of services are made of: one row for each item that was given to a unit and not cancelled; parts are in their whole. */
import { nameUnits } from '@jianbao/organisation/server'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, type SQL, sql } from '@jianbao/platform/db'
import { leastAnswers, type ServiceGroup, type ServiceTotalsQuery } from '../../../contract/index.ts'

export const serviceFacts = (
  where: SQL,
): SQL => sql`select i.id, i.title, i.unit_id, i.scope_path, i.state, i.due_day,
    i.near_day, i.milestone_day, i.fed_back_day, i.budget, i.spent, o.people, o.attendances, x.counted, x.points,
    i.state in ('closed', 'settled') as done, p.published_at is not null as public,
    coalesce(i.state in ('closed', 'settled') and x.counted >= ${leastAnswers} and x.points < x.pass * x.counted, false)
      as failing
  from ledger_item i
    left join service_outcome o on o.item_id = i.id
    left join service_publication p on p.item_id = i.id
    left join lateral service_score(i.id) x on true
  where i.kind = 'service' and i.parent_id is null and i.dispatched_at is not null and i.state <> 'cancelled' and ${where}`

/** Each figure of the totals is one of these, and so is the list it opens. */
export const groupRule: Readonly<Record<ServiceGroup, SQL>> = {
  all: sql`true`,
  open: sql`not f.done`,
  done: sql`f.done`,
  failing: sql`f.failing`,
  public: sql`f.public`,
  hidden: sql`not f.public`,
}

/** The items a query is about, and the unit it names. */
export async function serviceFilter(
  tx: Database,
  scope: Scope,
  { under, ledger, unit }: ServiceTotalsQuery & { unit?: string },
): Promise<{ where: SQL; unitName: string | null }> {
  const all = [within(scope, sql`i.scope_path`)]
  if (ledger !== undefined) all.push(sql`i.ledger_id = ${ledger}`)
  if (unit !== undefined) all.push(sql`i.unit_id = ${unit}`)
  const named = unit ?? under
  const found = named === undefined ? undefined : (await nameUnits(tx, [named])).get(named)
  if (under !== undefined) {
    const path = under === named ? found?.path : (await nameUnits(tx, [under])).get(under)?.path
    all.push(path === undefined ? sql`false` : sql`starts_with(i.scope_path, ${path})`)
  }
  return { where: sql.join(all, sql` and `), unitName: named === undefined ? null : (found?.name ?? '') }
}

/** What a circular counts, as conditions: its figures and the lists behind them use the same ones. */
import { localInstant, nextDay } from '@jianbao/platform/clock'
import { type SQL, sql } from '@jianbao/platform/db'
import { standing } from '../standing-reports.ts'

/** The units below `path`, in one campaign, from one day to another. */
export type Counted = {
  readonly campaignId: string
  readonly unitId: string
  readonly path: string
  readonly from: string
  readonly until: string
  /** The last day whose evening has passed: what is due later is not missing yet. */
  readonly dueUntil: string
}

/** The unit itself is not counted: it writes the circular. */
export const below = ({ path }: Pick<Counted, 'path'>, column: SQL): SQL =>
  sql`(${column} > ${path} and ${column} < ${`${path}~`})`

const between = (column: SQL, { from, until }: Counted): SQL =>
  sql`(${column} >= ${localInstant(from, '00:00').toISOString()}
    and ${column} < ${localInstant(nextDay(until), '00:00').toISOString()})`

/** Rows `r` of report that left their unit in the period and are still out, as the accounts of scoring count them. */
export const reportedIn = (counted: Counted): SQL =>
  sql`r.campaign_id = ${counted.campaignId} and ${below(counted, sql`r.scope_path`)}
    and ${standing} and ${between(sql`r.submitted_at`, counted)}`

/** Rows `a` of adoption, of reports `r`, which are the first of their report and fall into the period. */
export const firstAdoptedIn = (counted: Counted): SQL =>
  sql`r.campaign_id = ${counted.campaignId} and ${below(counted, sql`r.scope_path`)}
    and a.revoked_at is null and ${between(sql`a.at`, counted)}
    and not exists (select from adoption f where f.report_id = a.report_id and f.revoked_at is null
      and (f.at, f.id) < (a.at, a.id))`

/** Rows `i` of item with periods `p` of required tasks `t` that were due; `letter` says how far it is. */
export const itemsDueIn = (counted: Counted): SQL =>
  sql`from task t join lateral (select no, name, due_day, row_number() over (order by no)::int as place
        from task_period where task_id = t.id) p on true
      join item i on i.task_id = t.id and i.bound and ${below(counted, sql`i.scope_path`)}
      join unit u on u.id = i.unit_id
      cross join lateral (select substr(i.states, p.place, 1) as letter) l
    where t.campaign_id = ${counted.campaignId} and t.required and not t.dropped
      and p.due_day between ${counted.from} and ${counted.dueUntil}`

/** Commissions `c` of the unit's desk that were due, their units `u`, and when they were delivered. */
export const commissionsDueIn = (counted: Counted): SQL =>
  sql`from commission c join unit u on u.id = c.unit_id left join report r on r.id = c.report_id
      cross join lateral (select (coalesce(r.submitted_at, c.settled_at) at time zone 'Asia/Shanghai')::date as day) d
    where c.desk_id = ${counted.unitId} and ${below(counted, sql`c.scope_path`)}
      and (c.campaign_id = ${counted.campaignId} or c.campaign_id is null) and c.state <> 'cancelled'
      and c.due_day between ${counted.from} and ${counted.dueUntil}`

/** Delivered in time, too late, or not at all. */
export const commissionOutcome = sql`case
  when c.state in ('delivered', 'done') then case when d.day <= c.due_day then 'on-time' else 'late' end
  else 'missed' end`

/** What a period of a unit counts, seen on a day. */
export function countedOf(
  { campaignId, unitId, path }: Pick<Counted, 'campaignId' | 'unitId' | 'path'>,
  { from, to }: { from: string; to: string },
  today: string,
): Counted {
  const until = today < to ? today : to
  const dueUntil = until < today ? until : dayBefore(today)
  return { campaignId, unitId, path, from, until, dueUntil }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

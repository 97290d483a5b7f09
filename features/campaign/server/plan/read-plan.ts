/** What other rooms ask of the plan. All of it is read as the transaction sees it: in a request by its policies. */
import { type Database, plannedOnce, rowsOf, sql } from '@jianbao/platform/db'
import type { Pack, PackReporting, PeriodState } from '../../contract/index.ts'
import { isoDay } from '../campaign.store.ts'
import { periodState } from './period-state.ts'

export type CurrentCampaign = {
  readonly id: string
  readonly unitId: string
  readonly scopePath: string
  readonly key: string
  readonly name: string
  readonly fromDay: string
  readonly toDay: string
}

/** Campaigns that are open, the newest first. */
export function currentCampaigns(tx: Database): Promise<CurrentCampaign[]> {
  return rowsOf(
    tx,
    plannedOnce(sql`select c.id, c.unit_id as "unitId", c.scope_path as "scopePath", c.key, c.name,
        ${isoDay(sql`c.from_day`)} as "fromDay", ${isoDay(sql`c.to_day`)} as "toDay"
      from campaign c where c.state = 'open' order by c.from_day desc, c.id`),
  )
}

/** The pack a campaign was loaded from last; null where the transaction sees none. */
export async function findPack(tx: Database, campaignId: string): Promise<Pack | null> {
  const [row] = await rowsOf<{ pack: Pack }>(
    tx,
    plannedOnce(sql`select pack from campaign where id = ${campaignId}`),
  )
  return row?.pack ?? null
}

/** Types of activity, measures and columns of a campaign; null where the transaction sees none. */
export async function getReporting(tx: Database, campaignId: string): Promise<PackReporting | null> {
  return (await findPack(tx, campaignId))?.reporting ?? null
}

export type UnitTaskPeriod = {
  readonly no: number
  readonly name: string
  readonly fromDay: string
  readonly toDay: string
  readonly dueDay: string
  readonly lockDay: string | null
  /** The last day on which this unit may report all the same; null when nobody opened it for them. */
  readonly openUntil: string | null
  readonly state: PeriodState
}

export type UnitTask = {
  readonly id: string
  readonly campaignId: string
  readonly campaignName: string
  readonly key: string
  readonly name: string
  readonly short: string
  readonly required: boolean
  readonly stageName: string | null
  readonly basis: string | null
  readonly purpose: string | null
  readonly lead: string | null
  readonly rhythm: 'month' | 'quarter' | null
  readonly needed: number
  /** Keys of activity types; none: any. */
  readonly types: readonly string[]
  readonly periods: readonly UnitTaskPeriod[]
}

/** The tasks that bind a unit in open campaigns, in the order of the plan, each with its periods as of `today`. */
export async function listTasks(
  tx: Database,
  unitId: string,
  today: string,
  campaignId?: string,
): Promise<UnitTask[]> {
  type Row = Omit<UnitTask, 'periods'> & { readonly periods: Omit<UnitTaskPeriod, 'state'>[] }
  const rows = await rowsOf<Row>(
    tx,
    sql`select t.id, c.id as "campaignId", c.name as "campaignName", t.key, t.name, t.short, t.required,
        s.name as "stageName", t.basis, t.purpose, t.lead, t.rhythm, t.needed, t.types,
        (select coalesce(json_agg(json_build_object('no', p.no, 'name', p.name,
            'fromDay', ${isoDay(sql`p.from_day`)}, 'toDay', ${isoDay(sql`p.to_day`)},
            'dueDay', ${isoDay(sql`p.due_day`)}, 'lockDay', ${isoDay(sql`p.lock_day`)},
            'openUntil', ${isoDay(sql`o.until_day`)}) order by p.no), '[]')
          from task_period p left join task_opening o
            on o.task_id = p.task_id and o.period_no = p.no and o.unit_id = u.id
          where p.task_id = t.id) as periods
      from unit u join campaign c on starts_with(u.path, c.scope_path) and c.state = 'open'
        join task t on t.campaign_id = c.id and not t.dropped and (u.kind = any (t.kinds) or u.id = any (t.unit_ids))
        left join stage s on s.id = t.stage_id
      where u.id = ${unitId} and u.state = 'active'
        ${campaignId === undefined ? sql`` : sql`and c.id = ${campaignId}`}
      order by c.from_day desc, c.id, t.position, t.id`,
  )
  return rows.map(row => ({
    ...row,
    periods: row.periods.map(period => ({ ...period, state: periodState(period, today) })),
  }))
}

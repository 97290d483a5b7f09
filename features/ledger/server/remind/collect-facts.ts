/** All that decides who is told of what on a day, as the transaction sees it: a round sees everything, a caller their scope. */
import type { PackReminders } from '@jianbao/campaign/contract'
import { type Scope, within } from '@jianbao/platform/access'
import { nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type CommissionFact,
  type CommitmentFact,
  cellKey,
  type HolderFact,
  type ItemFact,
  type PeriodFact,
  type RemindFacts,
  type WaitingFact,
} from './remind.types.ts'
import { houseReminders, remindedToday } from './remind-days.ts'

/** Further back nobody is reminded of anything: a report that was left lying for a year is somebody's decision. */
const backDays = 366

/** Facts of the units in `scope` for a working day; `holders` also of units above, who sign and edit for them. */
export async function collectFacts(tx: Database, scope: Scope, today: string): Promise<RemindFacts> {
  const rules = await selectRules(tx)
  const periods = await selectPeriods(tx)
  const asked = periods.filter(({ campaignId, dueDay, fromDay }) => {
    const its = rules.get(campaignId)
    return its && fromDay <= today && remindedToday(its, dueDay, today)
  })
  const items = asked.length ? await selectItems(tx, scope, asked) : []
  const reviews = await selectReviews(tx, scope, today)
  const desks = await selectDesks(tx, scope, today)
  const commissions = await selectCommissions(tx, scope, today)
  const commitments = await selectCommitments(tx, scope)
  const places = [items, reviews, desks, commissions, commitments].flatMap(facts =>
    facts.map(({ unitId }) => unitId),
  )
  const unitIds = [...new Set(places)]
  return {
    rules,
    periods,
    items,
    reviews,
    desks,
    commissions,
    commitments,
    openings: await selectOpenings(tx, today),
    holders: await selectHolders(tx, unitIds),
    unitNames: await selectNames(tx, unitIds),
    reminded: await selectReminded(tx, scope, today),
  }
}

/** Reminders of open campaigns by their packs. */
export async function selectRules(tx: Database): Promise<Map<string, PackReminders | null>> {
  const rows = await rowsOf<{ id: string; reminders: PackReminders | null }>(
    tx,
    sql`select id, pack->'reminders' as reminders from campaign where state = 'open'`,
  )
  return new Map(rows.map(({ id, reminders }) => [id, reminders]))
}

function selectPeriods(tx: Database): Promise<PeriodFact[]> {
  return rowsOf(
    tx,
    sql`select t.campaign_id as "campaignId", t.id as "taskId", p.no, t.name || case when t.rhythm is null then ''
        else '（' || p.name || '）' end as title, p.from_day::text as "fromDay", p.due_day::text as "dueDay",
        p.lock_day::text as "lockDay"
      from task t join campaign c on c.id = t.campaign_id and c.state = 'open' join task_period p on p.task_id = t.id
      where not t.dropped`,
  )
}

/** All tasks of the units that have something open in one of the periods: a line counts its whole list. */
function selectItems(tx: Database, scope: Scope, asked: readonly PeriodFact[]): Promise<ItemFact[]> {
  const cells = JSON.stringify(asked.map(({ taskId, no }) => ({ task: taskId, no })))
  return rowsOf(
    tx,
    sql`with asked as (
        select a.task, (select count(*) from task_period p where p.task_id = a.task and p.no <= a.no)::int as place
          from jsonb_to_recordset(${cells}::jsonb) as a(task uuid, no int)),
      units as (
        select distinct i.campaign_id, i.unit_id from item i join asked a on a.task = i.task_id
          where i.bound and ${within(scope, sql`i.scope_path`)}
            and coalesce(nullif(substr(i.states, a.place, 1), ''), '.') in ('p', '.'))
      select i.task_id as "taskId", i.unit_id as "unitId", i.states from item i
        join units u on u.unit_id = i.unit_id and u.campaign_id = i.campaign_id
        where i.bound and ${within(scope, sql`i.scope_path`)}`,
  )
}

async function selectOpenings(tx: Database, today: string): Promise<Set<string>> {
  const rows = await rowsOf<{ task: string; no: number; unit: string }>(
    tx,
    sql`select task_id as task, period_no as no, unit_id as unit from task_opening where until_day >= ${today}`,
  )
  return new Set(rows.map(({ task, no, unit }) => cellKey(task, no, unit)))
}

const shanghaiDay = (column: ReturnType<typeof sql>) => sql`(${column} at time zone 'Asia/Shanghai')::date`

/** They wait for the nearest unit lead: of their unit, else above it. */
function selectReviews(tx: Database, scope: Scope, today: string): Promise<WaitingFact[]> {
  return rowsOf(
    tx,
    sql`select office.id as "unitId", r.campaign_id as "campaignId", ${shanghaiDay(sql`r.updated_at`)}::text as since,
        count(*)::int as count, (array_agg(r.title order by r.updated_at, r.id))[1:3] as titles
      from report r
      cross join lateral (select u.id from unit u where starts_with(r.scope_path, u.path) and u.state = 'active'
        and exists (select from membership m join person p on p.id = m.person_id and p.state = 'active'
          and p.locked_at is null where m.unit_id = u.id and m.role = 'unit-lead')
        order by length(u.path) desc limit 1) office
      where r.state = 'review' and ${within(scope, sql`r.scope_path`)}
        and r.updated_at >= ${nextDay(today, -backDays)}
      group by 1, 2, 3`,
  )
}

function selectDesks(tx: Database, scope: Scope, today: string): Promise<WaitingFact[]> {
  return rowsOf(
    tx,
    sql`select r.desk_id as "unitId", r.campaign_id as "campaignId", ${shanghaiDay(sql`r.arrived_at`)}::text as since,
        count(*)::int as count, (array_agg(r.title order by r.arrived_at, r.id))[1:3] as titles
      from report r join unit d on d.id = r.desk_id and ${within(scope, sql`d.path`)}
      where r.state = 'submitted' and r.arrived_at >= ${nextDay(today, -backDays)}
      group by 1, 2, 3`,
  )
}

function selectCommissions(tx: Database, scope: Scope, today: string): Promise<CommissionFact[]> {
  return rowsOf(
    tx,
    sql`select campaign_id as "campaignId", unit_id as "unitId", title, due_day::text as "dueDay",
        (state = 'missed' or due_day < ${today}) as missed
      from commission where state in ('open', 'missed') and due_day >= ${nextDay(today, -backDays)}
        and ${within(scope, sql`scope_path`)}`,
  )
}

function selectCommitments(tx: Database, scope: Scope): Promise<CommitmentFact[]> {
  return rowsOf(
    tx,
    sql`select m.campaign_id as "campaignId", m.unit_id as "unitId", m.name, m.until_day::text as "untilDay"
      from commitment m join campaign c on c.id = m.campaign_id and c.state = 'open'
      where m.signed_at is null and ${within(scope, sql`m.scope_path`)}`,
  )
}

export function selectHolders(tx: Database, unitIds: readonly string[]): Promise<HolderFact[]> {
  return rowsOf(
    tx,
    sql`select m.person_id as "personId", m.unit_id as "unitId", m.role from membership m
      join person p on p.id = m.person_id and p.state = 'active' and p.locked_at is null and p.username is not null
      where m.role in ('reporter', 'unit-lead', 'editor')
        and m.unit_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(unitIds)}::jsonb))`,
  )
}

async function selectNames(tx: Database, unitIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`select id, name from unit
      where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(unitIds)}::jsonb))`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function selectReminded(tx: Database, scope: Scope, today: string): Promise<Set<string>> {
  const rows = await rowsOf<{ task: string; no: number; unit: string }>(
    tx,
    sql`select task_id as task, period_no as no, unit_id as unit from reminder
      where day = ${today} and kind = 'task' and way = 'manual' and ${within(scope, sql`scope_path`)}`,
  )
  return new Set(rows.map(({ task, no, unit }) => cellKey(task, no, unit)))
}

/** The rounds of a working day: every open campaign whose pack wants reminders, and what belongs to none. */
export async function selectRounds(
  tx: Database,
): Promise<{ campaignId: string | null; rules: PackReminders }[]> {
  const rules = await selectRules(tx)
  const own = [...rules].flatMap(([campaignId, its]) => (its ? [{ campaignId, rules: its }] : []))
  return [...own, { campaignId: null, rules: houseReminders }]
}

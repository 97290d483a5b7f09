/** What coverage is counted in: the campaign, the unit with all below it, and the tasks with their periods. */
import { Problem } from '@jianbao/errors'
import { homeOf, type Scope, within } from '@jianbao/platform/access'
import { nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type Coverage, type Nearness, nearDays, nearnessOf } from '../../contract/index.ts'

export type PlanPeriod = {
  readonly no: number
  readonly name: string
  readonly fromDay: string
  readonly dueDay: string
  readonly nearness: Nearness
}
export type PlanTask = {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly required: boolean
  readonly stage: string | null
  readonly rhythm: 'month' | 'quarter' | null
  /** In the order of the letters of `item.states`. */
  readonly periods: readonly PlanPeriod[]
}
export type Place = { readonly id: string; readonly name: string; readonly path: string }

export type Frame = Pick<Coverage, 'campaign' | 'campaigns' | 'today'> & {
  readonly under: Place | null
  readonly line: readonly Place[]
  readonly tasks: readonly PlanTask[]
}

type Wish = { readonly campaign?: string; readonly under?: string }

/** Throws Problem `not-found` for a campaign or a unit that is not the caller's to see. */
export async function readFrame(tx: Database, scope: Scope, wish: Wish, today: string): Promise<Frame> {
  // Plans hang above those they bind: the policies let everybody below read them.
  const found = await rowsOf<{ id: string; name: string; state: string }>(
    tx,
    sql`select id, name, state from campaign where state <> 'draft'
      order by state desc, from_day desc, id`,
  )
  const campaign = wish.campaign ? found.find(({ id }) => id === wish.campaign) : (found[0] ?? null)
  if (campaign === undefined) throw new Problem('not-found')
  const under = await readPlace(tx, scope, wish.under ?? homeOf(scope)?.unitId ?? null)
  return {
    campaign,
    campaigns: found.map(({ id, name }) => ({ id, name })),
    today,
    under,
    line: under ? await readLine(tx, scope, under.path) : [],
    tasks: campaign ? await readTasks(tx, campaign.id, today) : [],
  }
}

/** The frame as answers say it, without paths and days that nobody asked for. */
export function tellFrame(
  frame: Frame,
): Omit<Frame, 'under' | 'line' | 'tasks'> & Pick<Coverage, 'under' | 'line' | 'tasks'> {
  const named = ({ id, name }: Place) => ({ id, name })
  return {
    ...frame,
    under: frame.under && named(frame.under),
    line: frame.line.map(named),
    tasks: frame.tasks.map(({ id, name, required, rhythm, periods }) => ({
      ...{ id, name, required, rhythm },
      periods: periods.map(({ no, name, dueDay }) => ({ no, name, dueDay })),
    })),
  }
}

async function readPlace(tx: Database, scope: Scope, id: string | null): Promise<Place | null> {
  if (id === null) return null
  const [unit] = await rowsOf<Place>(
    tx,
    sql`select id, name, path from unit where id = ${id} and ${within(scope, sql`path`)}`,
  )
  if (!unit) throw new Problem('not-found')
  return unit
}

function readLine(tx: Database, scope: Scope, path: string): Promise<Place[]> {
  return rowsOf(
    tx,
    sql`select id, name, path from unit where starts_with(${path}::text, path) and path <> ${path}
      and ${within(scope, sql`path`)} order by length(path)`,
  )
}

async function readTasks(tx: Database, campaignId: string, today: string): Promise<PlanTask[]> {
  type Row = Omit<PlanTask, 'periods'> & { readonly periods: readonly Omit<PlanPeriod, 'nearness'>[] }
  const rows = await rowsOf<Row>(
    tx,
    sql`select t.id, t.name, t.short, t.required, s.name as stage, t.rhythm,
        (select coalesce(json_agg(json_build_object('no', p.no, 'name', p.name, 'fromDay', p.from_day,
          'dueDay', p.due_day) order by p.no), '[]') from task_period p where p.task_id = t.id) as periods
      from task t left join stage s on s.id = t.stage_id
      where t.campaign_id = ${campaignId} and not t.dropped
      order by t.required desc, s.position nulls last, t.position, t.id`,
  )
  const nearDay = nextDay(today, nearDays)
  return rows.map(task => ({
    ...task,
    periods: task.periods.map(period => ({
      ...period,
      nearness: nearnessOf(period.dueDay, today, nearDay),
    })),
  }))
}

export type ItemFilter = { readonly kind?: string; readonly task?: string; readonly only?: boolean }

/** The rows of item that a frame and its filters ask for: those of the scope that are bound. */
export function itemsOf(scope: Scope, frame: Frame, { kind, task, only }: ItemFilter): SQL {
  const { campaign, under } = frame
  if (!campaign || !under) return sql`false`
  const place = only
    ? sql`i.scope_path = ${under.path}`
    : sql`i.scope_path >= ${under.path} and i.scope_path < ${`${under.path}~`}`
  return sql`i.campaign_id = ${campaign.id} and i.bound and ${place} and ${within(scope, sql`i.scope_path`)}
    ${kind ? sql`and i.unit_kind = ${kind}` : sql``} ${task ? sql`and i.task_id = ${task}` : sql``}`
}

import { Problem } from '@jianbao/errors'
import { listHolders, nameUnits, nearestOffice } from '@jianbao/organisation/server'
import { type Database, plannedOnce, rowsOf, sql } from '@jianbao/platform/db'
import { isoDay } from '../campaign.store.ts'
import { periodState } from './period-state.ts'

export type Lock = {
  /** Whether the deadline passed, or the whole campaign is over. */
  readonly why: 'deadline' | 'campaign'
  /** The first day on which nothing was taken; null of a campaign. */
  readonly since: string | null
  readonly dueDay: string
  readonly taskName: string
  readonly periodName: string
  /** Who may open it: the coordinators of the nearest unit above that has some; nobody's names where none has. */
  readonly openers: { readonly unitId: string; readonly unitName: string; readonly people: readonly string[] }
}

type Row = {
  campaignId: string
  campaignUnit: string
  campaignPath: string
  state: string
  taskName: string
  periodName: string
  fromDay: string
  dueDay: string
  lockDay: string | null
  openUntil: string | null
}

/**
 * Null when a unit may report on a period today; else why not, and who can open it for them.
 * Throws `not-found` for a period nobody knows, `task-not-binding` when the task does not bind the unit.
 */
export async function lockOf(
  tx: Database,
  taskId: string,
  periodNo: number,
  unitId: string,
  today: string,
): Promise<Lock | null> {
  const [row] = await rowsOf<Row & { binds: boolean; unitName: string }>(
    tx,
    plannedOnce(sql`select c.unit_id as "campaignUnit", c.scope_path as "campaignPath", c.state, t.name as "taskName",
        p.name as "periodName", ${isoDay(sql`p.from_day`)} as "fromDay", ${isoDay(sql`p.due_day`)} as "dueDay",
        ${isoDay(sql`p.lock_day`)} as "lockDay", ${isoDay(sql`o.until_day`)} as "openUntil", u.name as "unitName",
        not t.dropped and starts_with(u.path, c.scope_path)
          and (u.kind = any (t.kinds) or u.id = any (t.unit_ids)) as binds
      from task_period p join task t on t.id = p.task_id join campaign c on c.id = t.campaign_id
        join unit u on u.id = ${unitId}
        left join task_opening o on o.task_id = p.task_id and o.period_no = p.no and o.unit_id = u.id
      where p.task_id = ${taskId} and p.no = ${periodNo} and c.state <> 'draft'`),
  )
  if (!row) throw new Problem('not-found')
  const { taskName, periodName, dueDay, lockDay } = row
  if (!row.binds) throw new Problem('task-not-binding', { task: taskName, unit: row.unitName })
  const over = row.state === 'closed'
  if (!over && periodState(row, today) !== 'locked') return null
  const openers = await findOpeners(tx, row)
  return {
    why: over ? 'campaign' : 'deadline',
    since: over ? null : lockDay,
    ...{ dueDay, taskName, periodName, openers },
  }
}

/** Names of an office are no secret; the caller sees neither those people nor their unit otherwise. */
async function findOpeners(
  tx: Database,
  { campaignUnit, campaignPath }: Pick<Row, 'campaignUnit' | 'campaignPath'>,
): Promise<Lock['openers']> {
  const office = await nearestOffice(tx, ['coordinator'], campaignPath)
  if (office) {
    const people = await listHolders(tx, ['coordinator'], office.id)
    return { unitId: office.id, unitName: office.name, people: people.map(({ name }) => name) }
  }
  const unit = (await nameUnits(tx, [campaignUnit])).get(campaignUnit)
  return { unitId: campaignUnit, unitName: unit?.name ?? '', people: [] }
}

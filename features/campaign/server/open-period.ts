import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { type Person, type Scope, within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { PeriodClosing, PeriodOpening } from '../contract/index.ts'
import { isoDay } from './campaign.store.ts'
import { findHolders } from './find-holders.ts'
import { bindsUnit } from './plan/list-plan-tasks.ts'
import { periodState } from './plan/period-state.ts'

type Place = {
  readonly campaignId: string
  readonly campaignState: string
  readonly toDay: string
  readonly taskName: string
  readonly periodName: string
  readonly fromDay: string
  readonly dueDay: string
  readonly lockDay: string | null
  readonly unitName: string
}

/** The period, the unit it binds, and the campaign, all within the caller's scope. Throws `not-found`. */
async function getPlace(
  tx: Database,
  scope: Scope,
  taskId: string,
  { periodNo, unitId }: PeriodClosing,
): Promise<Place> {
  const [place] = await rowsOf<Place>(
    tx,
    sql`select c.id as "campaignId", c.state as "campaignState", ${isoDay(sql`c.to_day`)} as "toDay",
        t.name as "taskName", p.name as "periodName", ${isoDay(sql`p.from_day`)} as "fromDay",
        ${isoDay(sql`p.due_day`)} as "dueDay", ${isoDay(sql`p.lock_day`)} as "lockDay", u.name as "unitName"
      from task t join campaign c on c.id = t.campaign_id join task_period p on p.task_id = t.id
        join unit u on ${bindsUnit}
      where t.id = ${taskId} and p.no = ${periodNo} and u.id = ${unitId} and not t.dropped
        and ${within(scope, sql`c.scope_path`)}`,
  )
  if (!place) throw new Problem('not-found')
  if (place.campaignState !== 'open') throw new Problem('not-now', { reason: '这项工作没有在进行中。' })
  return place
}

type Opening = { readonly taskId: string; readonly by: Person; readonly now: Date }

/**
 * Lets a unit report on a period that is locked, until a day, and tells its people. Once more: another day or reason.
 * Throws `not-found`, `not-now` for a period that is not locked or a day that passed.
 */
export async function openPeriod(
  tx: Database,
  scope: Scope,
  { taskId, by, now }: Opening,
  wish: PeriodOpening,
  entry: EntryDraft,
): Promise<void> {
  const place = await getPlace(tx, scope, taskId, wish)
  const today = localDay(now)
  const { periodNo, unitId, untilDay } = wish
  const reason = storableText(wish.reason).trim()
  if (reason.length < 2) throw new Problem('bad-request', { reason: '请写明准予补报的原因。' })
  if (untilDay < today) throw new Problem('bad-request', { reason: '补报期限不能早于今天。' })
  if (periodState(place, today) !== 'locked')
    throw new Problem('not-now', { reason: '这一期还没有锁定，单位可以直接报送。' })
  await tx.execute(sql`insert into task_opening (id, task_id, period_no, unit_id, scope_path, until_day, reason, by_id,
      by_name, at)
    values (${randomUUID()}, ${taskId}, ${periodNo}, ${unitId}, '', ${untilDay}, ${reason}, ${by.id}, ${by.name},
      ${now.toISOString()})
    on conflict (task_id, period_no, unit_id) do update set until_day = excluded.until_day, reason = excluded.reason,
      by_id = excluded.by_id, by_name = excluded.by_name, at = excluded.at`)
  describe(entry, place, wish)
  entry.after = { period: place.periodName, until: untilDay, reason }
  await notify(tx, {
    to: await findHolders(tx, unitId, ['reporter', 'unit-lead']),
    kind: 'task.period-opened',
    details: { task: place.taskName, period: place.periodName, until: untilDay },
    link: `/my-tasks?unit=${unitId}`,
    at: now,
  })
}

/** Takes the opening back. Throws `not-found` where there is none. */
export async function closePeriod(
  tx: Database,
  scope: Scope,
  { taskId, now }: Omit<Opening, 'by'>,
  wish: PeriodClosing,
  entry: EntryDraft,
): Promise<void> {
  const place = await getPlace(tx, scope, taskId, wish)
  const { periodNo, unitId } = wish
  const [gone] = await rowsOf<{ until: string }>(
    tx,
    sql`delete from task_opening where task_id = ${taskId} and period_no = ${periodNo} and unit_id = ${unitId}
      returning ${isoDay(sql`until_day`)} as until`,
  )
  if (!gone) throw new Problem('not-found')
  describe(entry, place, wish)
  entry.before = { period: place.periodName, until: gone.until }
  await notify(tx, {
    to: await findHolders(tx, unitId, ['reporter', 'unit-lead']),
    kind: 'task.period-closed',
    details: { task: place.taskName, period: place.periodName },
    link: `/my-tasks?unit=${unitId}`,
    at: now,
  })
}

function describe(entry: EntryDraft, { taskName, unitName }: Place, { unitId }: PeriodClosing): void {
  entry.words = `${taskName} · ${unitName}`
  entry.unitId = unitId
}

import { randomUUID } from 'node:crypto'
import { lockOf } from '@jianbao/campaign/server'
import { Problem } from '@jianbao/errors'
import { holds, homeOf } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { CommissionAsk, CommissionAsked } from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'
import { askingUnits } from './commission.view.ts'
import { tellUnit } from './tell-of-commission.ts'

type When = { readonly today: string; readonly now: Date }
type AskedUnit = { id: string; name: string; path: string; state: string }

/**
 * Asks each of the units for a piece: all of them or none. Throws `not-found` for units or a desk that are not the
 * caller's, `commission-day`, `commission-unit`, `commission-task`, `commission-locked` and `task-not-binding`.
 */
export async function askUnits(
  tx: Database,
  viewer: Viewer,
  ask: CommissionAsk,
  { today, now }: When,
  entry: EntryDraft,
): Promise<CommissionAsked> {
  const { person, scope } = viewer
  if (ask.dueDay < today) throw new Problem('commission-day', { today })
  const deskId = ask.deskId ?? homeOf(scope)?.unitId
  if (!deskId || !askingUnits(person).includes(deskId)) throw new Problem('not-found')
  const units = await findUnits(tx, viewer, ask.units)
  const campaignId = await checkTask(tx, ask, units, today)
  const batchId = randomUUID()
  const [title, brief] = [storableText(ask.title).trim(), storableText(ask.brief).trim()]
  if (title.length < 2) throw new Problem('bad-request', { reason: '约稿要有标题' })
  const rows = units.map(({ id: unitId }) => ({ id: randomUUID(), unitId }))
  await tx.execute(sql`insert into commission (id, batch_id, unit_id, scope_path, desk_id, campaign_id, task_id, period_no,
      title, brief, due_day, state, by_id, by_name, created_at)
    select id, ${batchId}, "unitId", '', ${deskId}, ${campaignId}, ${ask.taskId ?? null}, ${ask.periodNo ?? null},
      ${title}, ${brief}, ${ask.dueDay}, 'open', ${person.id}, ${person.name}, ${now.toISOString()}
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, "unitId" uuid)`)
  for (const { id, unitId } of rows)
    await tellUnit(
      tx,
      { id, unitId, title },
      {
        kind: 'commission.asked',
        details: { by: person.name, due: ask.dueDay },
        by: person.id,
        now,
      },
    )
  entry.words = title
  entry.unitId = deskId
  entry.after = { units: units.map(unit => unit.name).join('、'), dueDay: ask.dueDay }
  return { batchId, commissions: rows }
}

async function findUnits(tx: Database, { scope }: Viewer, ids: readonly string[]): Promise<AskedUnit[]> {
  const wanted = [...new Set(ids.map(id => id.toLowerCase()))]
  const units = await rowsOf<AskedUnit>(
    tx,
    sql`select id, name, path, state from unit where id in ${wanted} order by path`,
  )
  if (units.length < wanted.length || units.some(unit => !holds(scope, unit.path)))
    throw new Problem('not-found')
  const retired = units.find(unit => unit.state !== 'active')
  if (retired) throw new Problem('commission-unit', { unit: retired.name })
  return units
}

/** A piece that could not be handed in must not be asked for. Answers the campaign it belongs to. */
async function checkTask(
  tx: Database,
  { taskId, periodNo, campaignId }: CommissionAsk,
  units: readonly AskedUnit[],
  today: string,
): Promise<string | null> {
  if (taskId === undefined) {
    if (periodNo !== undefined) throw new Problem('commission-task')
    if (campaignId === undefined) return null
    const [known] = await rowsOf<{ path: string }>(
      tx,
      sql`select scope_path as path from campaign where id = ${campaignId} and state = 'open'`,
    )
    if (!known || units.some(unit => !unit.path.startsWith(known.path))) throw new Problem('commission-task')
    return campaignId
  }
  const [task] = await rowsOf<{ campaignId: string; periods: number[] }>(
    tx,
    sql`select t.campaign_id as "campaignId",
        (select array_agg(p.no order by p.due_day desc) from task_period p where p.task_id = t.id) as periods
      from task t join campaign c on c.id = t.campaign_id
      where t.id = ${taskId} and not t.dropped and c.state = 'open'`,
  )
  const known = task && (periodNo === undefined || task.periods?.includes(periodNo))
  if (!known || (campaignId !== undefined && campaignId !== task.campaignId))
    throw new Problem('commission-task')
  const no = periodNo ?? task.periods?.[0]
  if (no === undefined) throw new Problem('commission-task')
  for (const unit of units) {
    const lock = await lockOf(tx, taskId, no, unit.id, today)
    if (lock && periodNo !== undefined)
      throw new Problem('commission-locked', {
        unit: unit.name,
        task: lock.taskName,
        since: lock.since ?? '',
      })
  }
  return task.campaignId
}

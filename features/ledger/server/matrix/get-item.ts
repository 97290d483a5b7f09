import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type CoverageItem, nearDays, nearnessOf } from '../../contract/index.ts'
import { behindKey, readBehind } from './behind.store.ts'
import { daysBetween, stateOf } from './entry.rules.ts'
import { readReminders } from './reminded.ts'

type Row = Omit<CoverageItem, 'periods' | 'today' | 'actions'> & {
  readonly states: string
  readonly rhythm: string | null
  readonly periods: readonly { no: number; name: string; fromDay: string; dueDay: string; locked: boolean }[]
}

/** A task of one unit with all its periods. Throws Problem `not-found`. */
export async function getItem(
  tx: Database,
  scope: Scope,
  id: string,
  today: string,
): Promise<Omit<CoverageItem, 'actions'>> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`select i.id, i.unit_id as "unitId", u.name as "unitName", i.unit_kind as "unitKind",
        (select a.name from unit a where a.id = u.parent_id) as above, i.bound, i.campaign_id as "campaignId",
        i.task_id as "taskId", t.name as "taskName", t.required, t.basis, t.lead, t.needed, t.rhythm, i.states,
        (select coalesce(json_agg(json_build_object('no', p.no, 'name', p.name, 'fromDay', p.from_day,
          'dueDay', p.due_day, 'locked', coalesce(p.lock_day <= ${today}::date, false) and not exists (
            select from task_opening o where o.task_id = p.task_id and o.period_no = p.no and o.unit_id = i.unit_id
              and o.until_day >= ${today}::date)) order by p.no), '[]')
          from task_period p where p.task_id = t.id) as periods
      from item i join unit u on u.id = i.unit_id join task t on t.id = i.task_id
      where i.id = ${id} and ${within(scope, sql`i.scope_path`)}`,
  )
  if (!row) throw new Problem('not-found')
  const { states, rhythm, periods, ...item } = row
  const asked = periods.map(({ no }) => ({ unitId: item.unitId, taskId: item.taskId, periodNo: no }))
  const behind = await readBehind(tx, scope, asked)
  const reminders = await readReminders(tx, scope, asked)
  const nearDay = nextDay(today, nearDays)
  return {
    ...item,
    today,
    periods: periods.map((period, at) => {
      const key = behindKey(asked[at]!)
      return {
        ...period,
        name: rhythm ? period.name : null,
        daysLate: daysBetween(period.dueDay, today),
        state: stateOf(states[at] ?? '.', nearnessOf(period.dueDay, today, nearDay)),
        proofs: [...behind.get(key)!.proofs],
        pending: [...behind.get(key)!.pending],
        reminders: reminders.get(key) ?? [],
      }
    }),
  }
}

/** Rows of unit × task × period, found along the few periods of a plan rather than among all items. */
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { EntryGroup } from '../../contract/index.ts'
import { groupRules } from '../../contract/index.ts'
import type { PeriodCount } from './coverage.store.ts'
import { type Frame, type ItemFilter, itemsOf, type PlanPeriod, type PlanTask } from './read-frame.ts'

/** A period of a task with its letter's place, from 0. */
export type Stretch = { readonly task: PlanTask; readonly period: PlanPeriod; readonly at: number }

/** All periods under the filters, those due first before the others. */
export function stretchesOf(tasks: readonly PlanTask[], task?: string, no?: number): Stretch[] {
  return tasks
    .filter(({ id }) => task === undefined || id === task)
    .flatMap(each => each.periods.map((period, at) => ({ task: each, period, at })))
    .filter(({ period }) => no === undefined || period.no === no)
    .sort((one, other) =>
      one.period.dueDay < other.period.dueDay ? -1 : Number(one.period.dueDay > other.period.dueDay),
    )
}

export const isIn = (group: EntryGroup, { period }: Stretch): boolean =>
  groupRules[group][0].includes(period.nearness)

/** How many items a group has in a period. */
export function countIn(group: EntryGroup, { task, at }: Stretch, counted: readonly PeriodCount[]): number {
  const letters = groupRules[group][1]
  return counted
    .filter(row => row.taskId === task.id && row.at === at && letters.includes(row.letter))
    .reduce((sum, { count }) => sum + count, 0)
}

export type FoundEntry = {
  readonly itemId: string
  readonly unitId: string
  readonly unitName: string
  readonly unitKind: string
  readonly above: string | null
  readonly letter: string
  /** Place of its period in the stretches asked for. */
  readonly stretch: number
}

type Wanted = {
  readonly stretch: number
  readonly task: string
  readonly at: number
  readonly letters: string
}
const found = sql`i.id as "itemId", i.unit_id as "unitId", u.name as "unitName", i.unit_kind as "unitKind",
  (select a.name from unit a where a.id = u.parent_id) as above, i.letter, i.stretch`

/** Of each stretch its own slice, in the order of the tree. */
export function sliceEntries(
  tx: Database,
  scope: Scope,
  frame: Frame,
  filter: ItemFilter,
  slices: readonly (Wanted & { readonly limit: number; readonly offset: number })[],
): Promise<FoundEntry[]> {
  if (!slices.length) return Promise.resolve([])
  return rowsOf(
    tx,
    sql`select ${found} from (select c.*, s.stretch from json_to_recordset(${JSON.stringify(slices)}::json)
        as s(stretch int, task uuid, at int, letters text, "limit" int, "offset" int) cross join lateral (
          select i.id, i.unit_id, i.unit_kind, i.scope_path, coalesce(nullif(substr(i.states, s.at + 1, 1), ''), '.') as letter
          from item i where ${itemsOf(scope, frame, filter)} and i.task_id = s.task
            and strpos(s.letters, coalesce(nullif(substr(i.states, s.at + 1, 1), ''), '.')) > 0
          order by i.scope_path limit s."limit" offset s."offset") c) i
      join unit u on u.id = i.unit_id order by i.stretch, i.scope_path`,
  )
}

/** One page of all stretches, unit after unit. */
export function pageByUnit(
  tx: Database,
  scope: Scope,
  frame: Frame,
  filter: ItemFilter,
  wanted: readonly Wanted[],
  { limit, offset }: { limit: number; offset: number },
): Promise<FoundEntry[]> {
  return rowsOf(
    tx,
    sql`select ${found} from (select i.id, i.unit_id, i.unit_kind, i.scope_path, s.stretch,
          coalesce(nullif(substr(i.states, s.at + 1, 1), ''), '.') as letter
        from item i join json_to_recordset(${JSON.stringify(wanted)}::json)
          as s(stretch int, task uuid, at int, letters text) on s.task = i.task_id
        where ${itemsOf(scope, frame, filter)}
          and strpos(s.letters, coalesce(nullif(substr(i.states, s.at + 1, 1), ''), '.')) > 0
        order by i.scope_path, s.stretch limit ${limit} offset ${offset}) i
      join unit u on u.id = i.unit_id order by i.scope_path, i.stretch`,
  )
}

import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Timeline, TimelineQuery } from '../../contract/index.ts'
import { eventConditions, unitRange } from './event-filter.ts'
import { readable } from './find-scope.ts'
import { unitName } from './unit-path.ts'

const mostUnits = 30

/** Events by month and type, and the units with most of them; a number is the total of `listEvents` for that month. */
export async function getTimeline(tx: Database, scope: Scope, query: TimelineQuery): Promise<Timeline> {
  const where = eventConditions(scope, query)
  // Days first: far fewer than events, and their months are made only once.
  const groups = await rowsOf<{
    month: string | null
    type: Timeline['months'][number]['type']
    events: number
  }>(
    tx,
    sql`select to_char(day, 'YYYY-MM') as month, type, sum(events)::int as events
      from (select e.day, e.type, count(*) as events from event e where ${where} group by 1, 2) as days
      group by 1, 2 order by 1, 2`,
  )
  const units = await monthsOfUnits(tx, scope, query)
  const sum = (rows: readonly { events: number }[]): number => rows.reduce((all, row) => all + row.events, 0)
  const types = new Map<Timeline['types'][number]['type'], number>()
  for (const { type, events } of groups) types.set(type, (types.get(type) ?? 0) + events)
  return {
    months: groups.flatMap(({ month, type, events }) => (month ? [{ month, type, events }] : [])),
    units,
    types: [...types].map(([type, events]) => ({ type, events })).sort((a, b) => b.events - a.events),
    total: sum(groups),
    undated: sum(groups.filter(row => row.month === null)),
  }
}

async function monthsOfUnits(tx: Database, scope: Scope, query: TimelineQuery): Promise<Timeline['units']> {
  const { unit, unitOnly, ...others } = query
  // Of the units in an event only those that were asked for: their numbers must be found again under their names.
  const within = unit ? unitRange(sql`u.unit_path`, unit, unitOnly) : sql`true`
  const filtered = Object.values(others).some(value => value !== undefined)
  const events = filtered
    ? sql`u.event_id in (select e.id from event e where ${eventConditions(scope, others)})`
    : sql`true`
  const rows = await rowsOf<{ path: string; month: string; events: number }>(
    tx,
    sql`with days as materialized (
        select u.unit_path, u.day, count(distinct u.event_id) as events, bool_and(u.generic) as generic
        from event_unit u where ${within} and ${events} and ${readable(scope, sql`u`)} group by 1, 2),
      most as (
        select unit_path from days group by 1 having not bool_and(generic)
        order by sum(events) desc, unit_path limit ${mostUnits})
      select unit_path as path, to_char(day, 'YYYY-MM') as month, sum(events)::int as events
      from most join days using (unit_path) where day is not null group by 1, 2 order by 1, 2`,
  )
  return rows.map(({ path, month, events }) => ({ name: unitName(path), month, events }))
}

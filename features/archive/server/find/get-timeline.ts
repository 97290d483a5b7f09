import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Timeline, TimelineQuery } from '../../contract/index.ts'
import { eventConditions, eventSource, unitRange } from './event-filter.ts'

const mostUnits = 30

/** Events by month and type, and the units with most of them; a number is the total of `listEvents` for that month. */
export async function getTimeline(db: Database, query: TimelineQuery): Promise<Timeline> {
  const where = eventConditions(query)
  const groups = await rowsOf<{
    month: string | null
    type: Timeline['months'][number]['type']
    events: number
  }>(
    db,
    sql`select to_char(e.day, 'YYYY-MM') as month, e.type, count(*)::int as events
      from ${eventSource} where ${where} group by 1, 2 order by 1, 2`,
  )
  // Of the units in an event only those that were asked for: their numbers must be found again under their names.
  const within = query.unit ? unitRange(sql`u.unit_path`, query.unit, query.unitOnly) : sql`true`
  const units = await rowsOf<Timeline['units'][number]>(
    db,
    sql`with met as materialized (
        select u.unit_path, u.name, u.generic, e.id, to_char(e.day, 'YYYY-MM') as month
        from ${eventSource} join event_unit u on u.event_id = e.id where ${where} and ${within}),
      most as (
        select unit_path, mode() within group (order by name) as name from met
        group by unit_path having not bool_and(generic)
        order by count(distinct id) desc, unit_path limit ${mostUnits})
      select most.name, met.month, count(distinct met.id)::int as events
      from most join met using (unit_path) where met.month is not null
      group by most.unit_path, most.name, met.month order by most.unit_path, met.month`,
  )
  const sum = (rows: readonly { events: number }[]): number => rows.reduce((all, row) => all + row.events, 0)
  return {
    months: groups.flatMap(({ month, type, events }) => (month ? [{ month, type, events }] : [])),
    units,
    total: sum(groups),
    undated: sum(groups.filter(row => row.month === null)),
  }
}

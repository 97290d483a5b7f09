/** The conditions events, timeline and figures share, over event e. */
import type { Scope } from '@jianbao/platform/access'
import { type SQL, sql, storableText } from '@jianbao/platform/db'
import type { EventQuery } from '../../contract/index.ts'
import { readable } from './find-scope.ts'
import { pathEnd, unitPath } from './unit-path.ts'

/** Where the event e stands: its article a, issue_column c and issue i. */
export const eventPlace: SQL = sql`join article a on a.id = e.article_id
  join issue_column c on c.id = a.column_id join issue i on i.id = c.issue_id`

/** The unit and everything below it, or it alone. */
export function unitRange(column: SQL, unit: string, only: boolean | undefined): SQL {
  const path = unitPath(storableText(unit))
  return only ? sql`${column} = ${path}` : sql`(${column} >= ${path} and ${column} < ${pathEnd(path)})`
}

/** The scope first. Days are those of the event, as it is listed: its first, else its last, else the issue's. */
export function eventConditions(scope: Scope, query: EventQuery): SQL {
  const { unit, unitOnly, from, to, column, type, series, measure, partner, without } = query
  const found: SQL[] = [readable(scope, sql`e`)]
  if (unit)
    found.push(sql`e.id in (select u.event_id from event_unit u
      where ${unitRange(sql`u.unit_path`, unit, unitOnly)})`)
  if (from) found.push(sql`e.day >= ${from}::date`)
  if (to) found.push(sql`e.day <= ${to}::date`)
  if (column) found.push(sql`e.column_name = ${storableText(column)}`)
  if (series) found.push(sql`e.series = ${storableText(series)}`)
  if (type) found.push(sql`e.type = ${type}`)
  if (without === 'day') found.push(sql`e.day is null`)
  if (without === 'column') found.push(sql`e.column_name is null`)
  if (partner)
    found.push(sql`e.id in (select u.event_id from event_unit u
      where ${unitRange(sql`u.unit_path`, partner, true)})`)
  if (measure)
    found.push(sql`exists (select 1 from figure f where f.event_id = e.id and f.measure = ${measure})`)
  return sql.join(found, sql` and `)
}

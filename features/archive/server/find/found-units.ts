/** Units the archive speaks of, and the page of one. */
import { Problem } from '@jianbao/errors'
import { defaultRegister } from '@jianbao/intake'
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { Static } from 'typebox'
import type { UnitList, UnitQuery, UnitStory } from '../../contract/index.ts'
import { unitRange } from './event-filter.ts'
import { readable } from './find-scope.ts'
import { unitName, unitPath, unitsAbove } from './unit-path.ts'

type Row = { path: string; events: number; articles: number; lastDay: string | null }
const mostBelow = 200

/** Units by how many events they have; names that share a place in the tree, an old and a new one, are one unit. */
export async function listFoundUnits(
  tx: Database,
  scope: Scope,
  query: Static<typeof UnitQuery>,
): Promise<UnitList> {
  const { page = 1, pageSize = 20 } = query
  const q = storableText(query.q ?? '').trim()
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const matches = q
    ? sql`u.unit_path in (select n.unit_path from event_unit n where ${readable(scope, sql`n`)}
        and (n.name ilike ${pattern} or n.surface ilike ${pattern} or n.unit_path = ${unitPath(q)}))`
    : sql`true`
  const { rows, total } = await selectUnits(tx, scope, matches, pageSize, (page - 1) * pageSize)
  return { rows: rows.map(showRow), total, page, pageSize }
}

/** Throws Problem `not-found` when no event names the unit or one below it. */
export async function getUnitStory(tx: Database, scope: Scope, name: string): Promise<UnitStory> {
  const asked = storableText(name).trim()
  // Without a name all bodies would be below it.
  if (!asked) throw new Problem('not-found')
  const path = unitPath(asked)
  const open = readable(scope, sql`u`)
  const own = sql`select u.event_id from event_unit u where u.unit_path = ${path} and ${open}`
  const below = unitRange(sql`u.unit_path`, name, false)
  // Also one the texts only speak of in general, 各县科协: events name it and lead here.
  const { rows: found } = await selectUnits(tx, scope, sql`u.unit_path = ${path}`, 1, 0, sql`true`)
  const [whole] = await rowsOf<{ events: number; firstDay: string | null }>(
    tx,
    sql`select count(distinct u.event_id)::int as events,
        (select to_char(min(u.day), 'YYYY-MM-DD') from event_unit u where u.unit_path = ${path} and ${open}) as "firstDay"
      from event_unit u where ${below} and ${open}`,
  )
  if (!whole?.events) throw new Problem('not-found')
  const types = await rowsOf<UnitStory['types'][number]>(
    tx,
    sql`select e.type, count(*)::int as events from event e where e.id in (${own})
      group by e.type order by events desc, e.type`,
  )
  const partners = await rowsOf<Pick<Row, 'path' | 'events'>>(
    tx,
    sql`select u.unit_path as path, count(distinct u.event_id)::int as events
      from event_unit u where u.event_id in (${own}) and u.unit_path <> ${path} and ${open}
      group by u.unit_path having not bool_and(u.generic) order by events desc, u.unit_path limit 20`,
  )
  const names = await rowsOf<{ name: string }>(
    tx,
    sql`select u.name from event_unit u where u.unit_path = ${path} and not u.generic and ${open}
      union select u.surface from event_unit u where u.unit_path = ${path} and not u.generic and ${open} limit 40`,
  )
  const row = found[0] ?? { path, events: 0, articles: 0, lastDay: null }
  const shown = unitName(path)
  const registered = defaultRegister().bySurface.get(shown)
  const others = new Set([...names.map(other => other.name), ...(registered?.shortNames ?? [])])
  others.delete(shown)
  return {
    ...showRow(row),
    otherNames: [...others].sort((a, b) => a.localeCompare(b, 'zh')),
    below: (await selectUnits(tx, scope, sql`${below} and u.unit_path <> ${path}`, mostBelow, 0)).rows.map(
      showRow,
    ),
    eventsBelow: whole.events,
    firstDay: whole.firstDay,
    types,
    partners: partners.map(partner => ({ name: unitName(partner.path), events: partner.events })),
  }
}

async function selectUnits(
  tx: Database,
  scope: Scope,
  where: SQL,
  limit: number,
  offset: number,
  having: SQL = sql`not bool_and(u.generic)`,
): Promise<{ rows: Row[]; total: number }> {
  const rows = await rowsOf<(Row | { [K in keyof Row]: null }) & { total: number }>(
    tx,
    sql`with units as materialized (
        select u.unit_path as path, count(distinct u.event_id)::int as events, max(u.day) as last_day
        from event_unit u where ${where} and ${readable(scope, sql`u`)} group by u.unit_path having ${having}),
      page as (select * from units order by events desc, path limit ${limit} offset ${offset})
      select page.path, page.events, to_char(page.last_day, 'YYYY-MM-DD') as "lastDay", counted.total,
        (select count(distinct u.article_id)::int from event_unit u
          where u.unit_path = page.path and ${readable(scope, sql`u`)}) as articles
      from (select count(*)::int as total from units) as counted left join page on true
      order by page.events desc, page.path`,
  )
  return {
    rows: rows.flatMap(({ total: _, ...row }) => (row.path === null ? [] : [row])),
    total: rows[0]?.total ?? 0,
  }
}

function showRow({ path, events, articles, lastDay }: Row) {
  return { name: unitName(path), above: unitsAbove(path), events, articles, lastDay }
}

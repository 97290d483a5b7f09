/** Units the archive speaks of, and the page of one. */
import { Problem } from '@jianbao/errors'
import { defaultRegister } from '@jianbao/intake'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { Static } from 'typebox'
import type { UnitList, UnitQuery, UnitStory } from '../../contract/index.ts'
import { unitRange } from './event-filter.ts'
import { unitPath, unitsAbove } from './unit-path.ts'

type Row = { path: string; name: string; events: number; articles: number; lastDay: string | null }
const mostBelow = 200

/** Units by how many events they have; names that share a place in the tree, an old and a new one, are one unit. */
export async function listFoundUnits(db: Database, query: Static<typeof UnitQuery>): Promise<UnitList> {
  const { page = 1, pageSize = 20 } = query
  const q = storableText(query.q ?? '').trim()
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const matches = q
    ? sql`u.unit_path in (select unit_path from event_unit
        where name ilike ${pattern} or surface ilike ${pattern} or unit_path = ${unitPath(q)})`
    : sql`true`
  const rows = await selectUnits(db, matches, pageSize, (page - 1) * pageSize)
  const [counted] = await rowsOf<{ total: number }>(
    db,
    sql`select count(*)::int as total from (select 1 from event_unit u where ${matches}
      group by u.unit_path having not bool_and(u.generic)) as units`,
  )
  return { rows: rows.map(showRow), total: counted!.total, page, pageSize }
}

/** Throws Problem `not-found` when no event names the unit or one below it. */
export async function getUnitStory(db: Database, name: string): Promise<UnitStory> {
  const asked = storableText(name).trim()
  // Without a name all bodies would be below it.
  if (!asked) throw new Problem('not-found')
  const path = unitPath(asked)
  const own = sql`select u.event_id from event_unit u where u.unit_path = ${path}`
  const below = unitRange(sql`u.unit_path`, name, false)
  // Also one the texts only speak of in general, 各县科协: events name it and lead here.
  const [self] = await selectUnits(db, sql`u.unit_path = ${path}`, 1, 0, sql`true`)
  const [whole] = await rowsOf<{ events: number; firstDay: string | null }>(
    db,
    sql`select count(distinct u.event_id)::int as events,
        (select to_char(min(e.day), 'YYYY-MM-DD') from event e where e.id in (${own})) as "firstDay"
      from event_unit u where ${below}`,
  )
  if (!whole?.events) throw new Problem('not-found')
  const types = await rowsOf<UnitStory['types'][number]>(
    db,
    sql`select e.type, count(*)::int as events from event e where e.id in (${own})
      group by e.type order by events desc, e.type`,
  )
  const partners = await rowsOf<UnitStory['partners'][number]>(
    db,
    sql`select mode() within group (order by u.name) as name, count(distinct u.event_id)::int as events
      from event_unit u where u.event_id in (${own}) and u.unit_path <> ${path}
      group by u.unit_path having not bool_and(u.generic) order by events desc, u.unit_path limit 20`,
  )
  const names = await rowsOf<{ name: string }>(
    db,
    sql`select name from event_unit where unit_path = ${path} and not generic
      union select surface from event_unit where unit_path = ${path} and not generic limit 40`,
  )
  const row = self ?? { path, name, events: 0, articles: 0, lastDay: null }
  const registered = defaultRegister().bySurface.get(row.name)
  const others = new Set([...names.map(other => other.name), ...(registered?.shortNames ?? [])])
  others.delete(row.name)
  return {
    ...showRow(row),
    otherNames: [...others].sort((a, b) => a.localeCompare(b, 'zh')),
    below: (await selectUnits(db, sql`${below} and u.unit_path <> ${path}`, mostBelow, 0)).map(showRow),
    eventsBelow: whole.events,
    firstDay: whole.firstDay,
    types,
    partners,
  }
}

async function selectUnits(
  db: Database,
  where: SQL,
  limit: number,
  offset: number,
  having: SQL = sql`not bool_and(u.generic)`,
): Promise<Row[]> {
  return rowsOf<Row>(
    db,
    sql`select u.unit_path as path, mode() within group (order by u.name) as name,
        count(distinct u.event_id)::int as events, count(distinct u.article_id)::int as articles,
        to_char(max(e.day), 'YYYY-MM-DD') as "lastDay"
      from event_unit u join event e on e.id = u.event_id where ${where}
      group by u.unit_path having ${having}
      order by events desc, u.unit_path limit ${limit} offset ${offset}`,
  )
}

function showRow({ path, name, events, articles, lastDay }: Row) {
  return { name, above: unitsAbove(path), events, articles, lastDay }
}

import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type EditionPage, type EditionQuery, editionReaders, editionTabs } from '../contract/index.ts'
import { ofScope, selectEditions, type Viewer } from './edition.store.ts'
import { viewSummary } from './edition.view.ts'

/** Editions of the caller's units, those changed last first. */
export async function listEditions(
  tx: Database,
  viewer: Viewer,
  query: EditionQuery,
  today: string,
): Promise<EditionPage> {
  const { page = 1, pageSize = 20, tab = 'open' } = query
  const where = filter(query)
  const tabs = editionTabsOf(viewer.person)
  const [counts] = await rowsOf<EditionPage['counts']>(
    tx,
    sql`select count(*)::int as all, ${sql.join(
      editionTabs
        .filter(key => key !== 'all')
        .map(key => sql`count(*) filter (where ${tabs[key]})::int as ${sql.identifier(key)}`),
      sql`, `,
    )} from edition e join series s on s.id = e.series_id where ${ofScope(viewer)} and ${where}`,
  )
  const rows = await selectEditions(
    tx,
    viewer,
    today,
    sql`${where} and ${tabs[tab]}`,
    sql`order by e.updated_at desc, e.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const series = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`select s.id, s.name from series s where ${within(viewer.scope, sql`s.scope_path`)} order by s.name, s.id limit 200`,
  )
  const shown = rows.map(row => viewSummary(row, viewer.person))
  return { rows: shown, total: counts![tab], page, pageSize, counts: counts!, series }
}

/** Editions `e` at a step whose role somebody holds in the very unit. */
function atOwnStep({ posts }: Viewer['person']): SQL {
  const roles: readonly string[] = editionReaders
  const mine = posts
    .filter(({ role }) => roles.includes(role))
    .map(({ role, unitId }) => sql`(e.unit_id = ${unitId} and e.chain -> e.step ->> 'role' = ${role})`)
  return sql`(e.state = 'signing' and (${mine.length ? sql.join(mine, sql` or `) : sql`false`}))`
}

/** Which editions `e` stand under each tab of somebody's list. */
export function editionTabsOf(person: Viewer['person']): Record<keyof EditionPage['counts'], SQL> {
  const units = `{${person.posts.map(({ unitId }) => unitId).join(',')}}`
  return {
    all: sql`true`,
    open: sql`e.state in ('drafting', 'signing', 'returned', 'signed')`,
    waiting: atOwnStep(person),
    // Whoever sent it last has it on their table again.
    returned: sql`(e.state = 'returned' and ${person.id} = (select t.by_id from edition_step t
      where t.edition_id = e.id and t.action = 'send' order by t.seq desc limit 1))`,
    failed: sql`(e.state = 'signed' and e.unit_id = any (${units}::uuid[]) and exists (select from edition_freeze f
      where f.edition_id = e.id and f.problem is not null))`,
    issued: sql`e.state = 'issued'`,
    void: sql`e.state = 'void'`,
  }
}

function filter({ q, series, year }: EditionQuery): SQL {
  const all: SQL[] = [sql`true`]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(sql`(e.title ilike ${like} or s.name ilike ${like} or exists (select from edition_item i
      where i.edition_id = e.id and i.headline ilike ${like}))`)
  }
  if (series) all.push(sql`e.series_id = ${series}`)
  if (year) all.push(sql`coalesce(e.number_year, extract(year from e.created_at)) = ${year}`)
  return sql.join(all, sql` and `)
}

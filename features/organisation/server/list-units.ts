import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { UnitPage, UnitQuery } from '../contract/index.ts'
import { pathsAbove } from './unit.rules.ts'
import { getNode } from './unit.store.ts'
import { type CountedNode, countedColumns, showUnit, type Viewer } from './unit.view.ts'
import { matchUnit, searchWords, wordPattern } from './unit-search.ts'

/** Units of the scope, one page; throws `not-found` when `under` is none of them. */
export async function listUnits(tx: Database, viewer: Viewer, query: UnitQuery): Promise<UnitPage> {
  const { scope } = viewer
  const { page = 1, pageSize = 20 } = query
  const words = searchWords(query.q ?? '')
  const { where, top } = await filterUnits(tx, scope, query, words)
  const sort = query.sort ?? (words.length ? 'best' : 'tree')
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from unit u where ${where}`,
  )
  const rows = await rowsOf<CountedNode>(
    tx,
    sql`${sort === 'tree' ? placesBelow(scope, top) : sql``} select ${countedColumns} from (
        select u.* ${sort === 'tree' ? sql`, l.place` : sql``} from unit u
          ${sort === 'tree' ? sql`join line l on l.id = u.id` : sql``}
        where ${where} order by ${orderOf(sort, words)}, u.seq limit ${pageSize} offset ${(page - 1) * pageSize}
      ) u order by ${orderOf(sort, words)}, u.seq`,
  )
  const names = await namesAbove(tx, scope, rows)
  return {
    rows: rows.map(node => ({
      ...showUnit(node, viewer),
      above: pathsAbove(node.path).flatMap(path => names.get(path) ?? []),
      match: words.length ? matchUnit(node, words) : null,
    })),
    total: counted!.total,
    page,
    pageSize,
  }
}

/** The condition on rows of unit, and the paths at which the tree of its rows begins. */
export async function filterUnits(
  tx: Database,
  scope: Scope,
  { kind, state = 'active', under }: UnitQuery,
  words: readonly string[],
): Promise<{ where: SQL; top: readonly string[] }> {
  const above = under === undefined ? null : (await getNode(tx, scope, under)).path
  const conditions = [
    within(scope, sql`u.path`),
    ...(above === null ? [] : [sql`u.path > ${above} and u.path < ${`${above}~`}`]),
    ...(kind === undefined ? [] : [sql`u.kind = ${kind}`]),
    ...(state === 'all' ? [] : [sql`u.state = ${state}`]),
    ...words.map(word => sql`u.search like ${wordPattern(word)}`),
  ]
  return {
    where: sql.join(conditions, sql` and `),
    top: above ? [above] : scope.roots.map(root => root.path),
  }
}

/** Every unit below the tops with its place in the order of the tree: units follow the one above them. */
function placesBelow(scope: Scope, top: readonly string[]): SQL {
  const tops = JSON.stringify(top)
  // The whole tree has no path of its own: its top is the one without a unit above.
  return sql`with recursive line(id, place) as (
    select id, array[seq] from unit where path = any (select json_array_elements_text(${tops}::json))
      or (parent_id is null and ${top.includes('')})
    union all select c.id, l.place || array[c.position, c.seq] from line l join unit c on c.parent_id = l.id
      where ${within(scope, sql`c.path`)})`
}

type Sort = NonNullable<UnitQuery['sort']>

function orderOf(sort: Sort, words: readonly string[]): SQL {
  if (sort === 'best') return words.length ? bestFirst(words) : sql`u.path`
  const orders: Record<Exclude<Sort, 'best'>, SQL> = {
    tree: sql`place`,
    name: sql`u.name`,
    '-name': sql`u.name desc`,
    code: sql`u.code`,
    '-code': sql`u.code desc`,
    kind: sql`u.kind`,
    updated: sql`u.updated_at`,
    '-updated': sql`u.updated_at desc`,
  }
  return orders[sort]
}

/** A whole form before the head of one before a piece of one; then who stands higher in the tree. */
function bestFirst(words: readonly string[]): SQL {
  const literal = words.join('').replace(/[\\%_]/g, '\\$&')
  return sql`case when u.search like ${`%\n${literal}\n%`} then 0 when u.search like ${`%\n${literal}%`} then 1 else 2 end,
    u.state, length(u.path) - length(replace(u.path, '/', '')), u.position`
}

/** Names of the units above the rows, as far as the scope reaches, by path. */
async function namesAbove(
  tx: Database,
  scope: Scope,
  rows: readonly { path: string }[],
): Promise<Map<string, string>> {
  const paths = [...new Set(rows.flatMap(row => pathsAbove(row.path)))]
  const found = await rowsOf<{ path: string; name: string }>(
    tx,
    sql`select u.path, u.name from unit u where ${within(scope, sql`u.path`)}
      and u.path = any (select json_array_elements_text(${JSON.stringify(paths)}::json))`,
  )
  return new Map(found.map(({ path, name }) => [path, name]))
}

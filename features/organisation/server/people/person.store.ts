import type { Role } from '@jianbao/platform/access'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, withRole } from '@jianbao/platform/db'
import type { PersonQuery, PersonState } from '../../contract/index.ts'
import { searchPattern } from '../search-text.ts'

export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly unitId: string
  readonly unitName: string
  readonly unitAbove: string | null
  /** Place of the unit in the tree. */
  readonly path: string
  readonly phoneSealed: string | null
  readonly username: string | null
  readonly lockedAt: string | Date | null
  readonly state: PersonState
  readonly version: number
  readonly createdAt: string | Date
  readonly updatedAt: string | Date
}

const personColumns = sql`p.id, p.name, p.title, p.unit_id as "unitId", u.name as "unitName",
  (select a.name from unit a where a.id = u.parent_id and a.parent_id is not null) as "unitAbove", p.scope_path as path,
  p.phone_sealed as "phoneSealed", p.username, p.locked_at as "lockedAt", p.state, p.version,
  p.created_at as "createdAt", p.updated_at as "updatedAt"`

/** One person of the scope; `lock` keeps others from changing them until the transaction ends. */
export async function findPersonRow(
  tx: Database,
  scope: Scope,
  id: string,
  { lock = false } = {},
): Promise<PersonRow | null> {
  const rows = await rowsOf<PersonRow>(
    tx,
    sql`select ${personColumns} from person p join unit u on u.id = p.unit_id
      where p.id = ${id} and ${within(scope, sql`p.scope_path`)} ${lock ? sql`for update of p` : sql``}`,
  )
  return rows[0] ?? null
}

export type PeopleFilter = Omit<PersonQuery, 'page' | 'pageSize' | 'under'> & {
  /** Path of the unit whose people, with all below, are meant. */
  readonly underPath: string | null
}

/** One page of the people of the scope in a total order, and how many there are in all. */
export async function selectPeople(
  tx: Database,
  scope: Scope,
  filter: PeopleFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: PersonRow[]; total: number }> {
  const where = sql.join(conditions(scope, filter), sql` and `)
  // The page is cut before the names of its units are looked up.
  const rows = await rowsOf<PersonRow>(
    tx,
    sql`select ${personColumns} from (
        select p.* from person p where ${where} order by ${order(filter.sort)} limit ${limit} offset ${offset}
      ) p join unit u on u.id = p.unit_id order by ${order(filter.sort)}`,
  )
  const counted = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from person p where ${where}`,
  )
  return { rows, total: counted[0]!.total }
}

function conditions(
  scope: Scope,
  { q, underPath, only = false, role, state = 'active', account }: PeopleFilter,
): SQL[] {
  const found = [within(scope, sql`p.scope_path`)]
  if (underPath !== null)
    found.push(
      only
        ? sql`p.scope_path = ${underPath}`
        : sql`p.scope_path >= ${underPath} and p.scope_path < ${`${underPath}~`}`,
    )
  if (state !== 'all') found.push(sql`p.state = ${state}`)
  for (const word of (q ?? '').split(/\s+/).slice(0, 8))
    if (word) found.push(sql`p.search like ${searchPattern(word)}`)
  if (role) {
    const only = role === 'none' ? sql`` : sql` and m.role = ${role}`
    const held = sql`exists (select from membership m
      where m.person_id = p.id and ${within(scope, sql`m.scope_path`)}${only})`
    found.push(role === 'none' ? sql`not ${held}` : held)
  }
  if (account === 'none') found.push(sql`p.username is null`)
  if (account === 'open') found.push(sql`p.username is not null and p.locked_at is null`)
  if (account === 'locked') found.push(sql`p.locked_at is not null`)
  return found
}

function order(sort: PersonQuery['sort'] = 'name'): SQL {
  const way = sort.startsWith('-') ? sql`desc` : sql`asc`
  if (sort.endsWith('unit')) return sql`p.scope_path ${way}, p.spelling ${way}, p.id ${way}`
  if (sort.endsWith('updated')) return sql`p.updated_at ${way}, p.id ${way}`
  return sql`p.spelling ${way}, p.id ${way}`
}

export type PostRow = {
  readonly id: string
  readonly personId: string
  readonly role: Role
  readonly unitId: string
  readonly unitName: string
  readonly path: string
  readonly asleep: boolean
  readonly grantedAt: string | Date
}

/** Posts of these people in units of the scope, from the top of the tree down. */
export function selectPosts(tx: Database, scope: Scope, personIds: readonly string[]): Promise<PostRow[]> {
  return rowsOf<PostRow>(
    tx,
    sql`select m.id, m.person_id as "personId", m.role, m.unit_id as "unitId", u.name as "unitName",
        m.scope_path as path, u.state <> 'active' as asleep, m.granted_at as "grantedAt"
      from membership m join unit u on u.id = m.unit_id
      where m.person_id in (select value from jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb))
        and ${within(scope, sql`m.scope_path`)} order by m.scope_path, m.granted_at, m.id`,
  )
}

/** Those of them who hold posts outside the scope; that they do is all that is told of these. */
export function findBeyond(tx: Database, scope: Scope, personIds: readonly string[]): Promise<Set<string>> {
  return withRole(tx, 'owner', async () => {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select distinct person_id as id from membership
        where person_id in (select value from jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb))
          and not ${within(scope, sql`scope_path`)}`,
    )
    return new Set(rows.map(row => row.id))
  })
}

/** A unit of the scope that is at work, held until the transaction ends. */
export async function findUnitAtWork(
  tx: Database,
  scope: Scope,
  id: string,
): Promise<{ id: string; name: string; path: string } | null> {
  const rows = await rowsOf<{ id: string; name: string; path: string }>(
    tx,
    sql`select id, name, path from unit
      where id = ${id} and state = 'active' and ${within(scope, sql`path`)} for share`,
  )
  return rows[0] ?? null
}

/** A unit of the scope in whatever state. */
export async function findUnitPath(
  tx: Database,
  scope: Scope,
  id: string,
): Promise<{ name: string; path: string } | null> {
  const rows = await rowsOf<{ name: string; path: string }>(
    tx,
    sql`select name, path from unit where id = ${id} and ${within(scope, sql`path`)}`,
  )
  return rows[0] ?? null
}

/** Who holds a role where: to tell people, and to find the office a thing goes to next. Names pass no scope. */
import type { Role } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'

export type Holder = { readonly id: string; readonly name: string }
export type Office = { readonly id: string; readonly path: string; readonly name: string }

const working = sql`p.state = 'active' and p.locked_at is null`

/** People at work who hold one of the roles in this very unit. */
export function listHolders(tx: Database, roles: readonly Role[], unitId: string): Promise<Holder[]> {
  return withRole(tx, 'owner', () =>
    rowsOf<Holder>(
      tx,
      sql`select distinct p.id, p.name from membership m join person p on p.id = m.person_id and ${working}
        where m.unit_id = ${unitId} and m.role in ${[...roles]} order by p.id`,
    ),
  )
}

/**
 * The nearest unit with somebody at work in one of the roles: at `path` or above it, with `above` only above it. Null
 * when there is none up to the top.
 */
export async function nearestOffice(
  tx: Database,
  roles: readonly Role[],
  path: string,
  { above = false }: { above?: boolean } = {},
): Promise<Office | null> {
  const [office] = await withRole(tx, 'owner', () =>
    rowsOf<Office>(
      tx,
      sql`select u.id, u.path, u.name from unit u
        where starts_with(${path}, u.path) and u.state = 'active' ${above ? sql`and u.path <> ${path}` : sql``}
          and exists (select from membership m join person p on p.id = m.person_id and ${working}
            where m.unit_id = u.id and m.role in ${[...roles]})
        order by length(u.path) desc limit 1`,
    ),
  )
  return office ?? null
}

/** Names and paths of units by id, also of those above the caller: offices that what they may see went through. */
export async function nameUnits(tx: Database, ids: Iterable<string | null>): Promise<Map<string, Office>> {
  const asked = [...new Set([...ids].filter(id => id !== null))]
  if (!asked.length) return new Map()
  const rows = await withRole(tx, 'owner', () =>
    rowsOf<Office>(tx, sql`select id, path, name from unit where id in ${asked}`),
  )
  return new Map(rows.map(row => [row.id, row]))
}

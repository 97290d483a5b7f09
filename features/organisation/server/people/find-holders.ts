/** Who holds a role where: to tell people, and to find the office a thing goes to next. Names pass no scope. */
import type { Role } from '@jianbao/platform/access'
import { type Database, plannedOnce, rowsOf, type SQL, sql } from '@jianbao/platform/db'

export type Holder = { readonly id: string; readonly name: string }
export type Office = { readonly id: string; readonly path: string; readonly name: string }

const listed = (values: Iterable<string>): SQL => sql`${`{${[...values].join(',')}}`}`

/** People at work who hold one of the roles in this very unit. */
export function listHolders(tx: Database, roles: readonly Role[], unitId: string): Promise<Holder[]> {
  return rowsOf<Holder>(tx, sql`select id, name from office_holders(${unitId}, ${listed(roles)}::text[])`)
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
  const [office] = await rowsOf<Office>(
    tx,
    plannedOnce(sql`select id, path, name from nearest_office(${listed(roles)}::text[], ${path}, ${above})`),
  )
  return office ?? null
}

/** Names and paths of units by id, also of those above the caller: offices that what they may see went through. */
export async function nameUnits(tx: Database, ids: Iterable<string | null>): Promise<Map<string, Office>> {
  const asked = [...new Set([...ids].filter(id => id !== null))]
  if (!asked.length) return new Map()
  const rows = await rowsOf<Office>(
    tx,
    plannedOnce(sql`select id, path, name from offices_by_id(${listed(asked)}::uuid[])`),
  )
  return new Map(rows.map(row => [row.id, row]))
}

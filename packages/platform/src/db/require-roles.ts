import { sql } from 'drizzle-orm'
import type { Database } from './database.types.ts'
import { rowsOf } from './query.ts'

/** The roles of the policies are not there, and the user of the database may neither make them nor act as them. */
export class RolesLacking extends Error {
  override readonly name = 'RolesLacking'
  /** What an administrator of the database server runs once, as SQL. */
  readonly orders: readonly string[]

  constructor(user: string, missing: readonly string[], all: readonly string[]) {
    super(`${user} may neither create nor act as ${all.join(', ')}`)
    const name = `"${user.replaceAll('"', '""')}"`
    this.orders = [
      ...missing.map(role => `CREATE ROLE ${role} NOLOGIN;`),
      `GRANT ${all.join(', ')} TO ${name};`,
    ]
  }
}

/**
 * Whether the user of the connection can act as the roles of the policies, or make them (the first migration does).
 * Throws RolesLacking.
 */
export async function requireRoles(db: Database): Promise<void> {
  // SET is a right of its own since PostgreSQL 16.
  const lacking = await rowsOf<{ name: string; missing: boolean; user: string }>(
    db,
    sql`select wanted.name, r.oid is null as missing, session_user as user
      from unnest(array['jianbao_desk', 'jianbao_search']) as wanted(name)
      left join pg_roles r on r.rolname = wanted.name
      cross join pg_roles me where me.rolname = session_user and not me.rolsuper
        and case when r.oid is null then not me.rolcreaterole
          when current_setting('server_version_num')::integer < 160000 then not pg_has_role(session_user, r.oid, 'MEMBER')
          else not pg_has_role(session_user, r.oid, 'SET')
            and not pg_has_role(session_user, r.oid, 'MEMBER WITH ADMIN OPTION') end
      order by 1`,
  )
  const missing = lacking.filter(role => role.missing).map(role => role.name)
  const all = lacking.map(role => role.name)
  if (lacking[0]) throw new RolesLacking(lacking[0].user, missing, all)
}

import type { Role } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'

/** Ids of people at work who hold one of the roles in this very unit; whom the program tells, not what a caller sees. */
export async function findHolders(tx: Database, unitId: string, roles: readonly Role[]): Promise<string[]> {
  const rows = await withRole(tx, 'owner', () =>
    rowsOf<{ id: string }>(
      tx,
      sql`select distinct p.id from membership m join person p on p.id = m.person_id and p.state = 'active'
        where m.unit_id = ${unitId} and m.role in ${[...roles]}`,
    ),
  )
  return rows.map(({ id }) => id)
}

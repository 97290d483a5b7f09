import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'

export type PersonOfUnit = { readonly unitId: string; readonly personId: string }

/**
 * Reporters and unit leads at work in these very units: whom a bulletin is for. The program's own list of recipients,
 * nothing of it is shown to anybody.
 */
export function peopleOfUnits(tx: Database, units: readonly string[]): Promise<PersonOfUnit[]> {
  if (!units.length) return Promise.resolve([])
  return withRole(tx, 'owner', () =>
    rowsOf<PersonOfUnit>(
      tx,
      sql`select distinct m.unit_id as "unitId", p.id as "personId" from membership m join person p on p.id = m.person_id
        where m.unit_id = any (${`{${units.join(',')}}`}::uuid[]) and m.role in ('reporter', 'unit-lead')
          and p.state = 'active' order by 1, 2`,
    ),
  )
}

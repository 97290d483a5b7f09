import { nameUnits } from '@jianbao/organisation/server'
import { homeOf, type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { InspectorCandidates } from '../../contract/draw.ts'

/** People at work who hold the role of inspector somewhere in the caller's units, with the unit they belong to. */
export async function listCandidates(tx: Database, scope: Scope): Promise<InspectorCandidates['rows']> {
  const rows = await rowsOf<{ personId: string; name: string; unitId: string }>(
    tx,
    sql`select p.id as "personId", p.name, p.unit_id as "unitId" from person p
      where p.state = 'active' and p.locked_at is null and exists (select from membership m
        where m.person_id = p.id and m.role = 'inspector' and ${within(scope, sql`m.scope_path`)})
      order by p.spelling, p.id limit 2000`,
  )
  const units = await nameUnits(
    tx,
    rows.map(({ unitId }) => unitId),
  )
  return rows.map(row => ({ ...row, unitName: units.get(row.unitId)?.name ?? '' }))
}

/** The unit in whose name the caller draws: the topmost of theirs. */
export async function findHome(tx: Database, scope: Scope): Promise<InspectorCandidates['home']> {
  const { unitId } = homeOf(scope)!
  return { unitId, unitName: (await nameUnits(tx, [unitId])).get(unitId)?.name ?? '' }
}

import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { PackProblem } from '../../contract/index.ts'
import type { PackReading } from '../pack/pack.types.ts'
import { findGroupUnits } from './group-units.ts'
import { getUnitPath } from './load-pack.ts'

/** What is wrong with the units that the groups of a pack name; throws `not-found` for a unit out of the scope. */
export async function checkUnits(
  tx: Database,
  scope: Scope,
  unitId: string,
  { pack, complain }: Extract<PackReading, { pack: object }>,
): Promise<PackProblem[]> {
  const path = await getUnitPath(tx, scope, unitId)
  const units = await findGroupUnits(tx, scope, path, pack)
  const [unit] = await rowsOf<{ name: string }>(
    tx,
    sql`select u.name from unit u where u.id = ${unitId} and ${within(scope, sql`u.path`)}`,
  )
  return (pack.campaign.groups ?? []).flatMap((group, at) =>
    group.units.flatMap((code, nth) =>
      units.has(code)
        ? []
        : complain('campaign.yaml', ['groups', at, 'units', nth], 'unit-unknown', {
            value: code,
            unit: unit!.name,
          }),
    ),
  )
}

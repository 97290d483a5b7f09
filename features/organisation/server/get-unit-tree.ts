import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { UnitTree, UnitTreeQuery } from '../contract/index.ts'
import { getNode } from './unit.store.ts'
import { type CountedNode, countedColumns, showUnit, type Viewer } from './unit.view.ts'

/** The tops of the scope, or the units right below one, in their order, each with how many lie below it. */
export async function getUnitTree(
  tx: Database,
  viewer: Viewer,
  { parent, retired = false }: UnitTreeQuery,
): Promise<UnitTree> {
  const { scope } = viewer
  if (parent !== undefined) await getNode(tx, scope, parent)
  const tops = JSON.stringify(scope.roots.map(root => root.unitId))
  const rows = await rowsOf<CountedNode>(
    tx,
    sql`select ${countedColumns} from unit u where ${within(scope, sql`u.path`)}
      and ${parent === undefined ? sql`u.id::text = any (select json_array_elements_text(${tops}::json))` : sql`u.parent_id = ${parent}`}
      ${retired ? sql`` : sql`and u.state = 'active'`} order by u.position, u.seq`,
  )
  return { parent: parent ?? null, rows: rows.map(node => showUnit(node, viewer)) }
}

import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Unit, UnitRef } from '../contract/index.ts'
import { pathsAbove } from './unit.rules.ts'
import { type CountedNode, countedColumns, showUnit, type Viewer } from './unit.view.ts'

type Row = CountedNode & {
  createdAt: string | Date
  updatedAt: string | Date
  people: number
  peopleBelow: number
  groups: number
}

/** One unit with what surrounds it. Throws Problem `not-found`. */
export async function getUnit(tx: Database, viewer: Viewer, id: string): Promise<Unit> {
  const { scope } = viewer
  const [row] = await rowsOf<Row>(
    tx,
    sql`select ${countedColumns}, u.created_at as "createdAt", u.updated_at as "updatedAt",
        (select count(*)::int from person p where p.unit_id = u.id and p.state = 'active') as people,
        (select count(*)::int from person p where p.scope_path >= u.path and p.scope_path < u.path || '~'
          and p.state = 'active') as "peopleBelow",
        (select count(*)::int from working_group g where g.unit_id = u.id) as groups
      from unit u where u.id = ${id} and ${within(scope, sql`u.path`)}`,
  )
  if (!row) throw new Problem('not-found')
  const { createdAt, updatedAt, people, peopleBelow, groups, ...node } = row
  const above = JSON.stringify(pathsAbove(node.path))
  return {
    ...showUnit(node, viewer),
    line: await listRefs(tx, scope, sql`u.path = any (select json_array_elements_text(${above}::json))`),
    people,
    peopleBelow,
    groups,
    mergedInto: node.mergedInto
      ? ((await listRefs(tx, scope, sql`u.id = ${node.mergedInto}`))[0] ?? null)
      : null,
    mergedFrom: await listRefs(tx, scope, sql`u.merged_into = ${id}`),
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  }
}

function listRefs(tx: Database, scope: Scope, which: SQL): Promise<UnitRef[]> {
  return rowsOf<UnitRef>(
    tx,
    sql`select u.id, u.name, u.kind, u.state from unit u where ${which} and ${within(scope, sql`u.path`)}
      order by u.path`,
  )
}

/** Units as answers show them: what lies below is counted as the caller sees it, and what the caller may do is said. */
import { holds, type Person, type Scope, scopeOf } from '@jianbao/platform/access'
import { type SQL, sql } from '@jianbao/platform/db'
import { type UnitSummary, unitActions, unitFlow, unitRefusal } from '../contract/index.ts'
import { pathAbove } from './unit.rules.ts'
import type { UnitNode } from './unit.store.ts'

export type CountedNode = UnitNode & {
  readonly childCount: number
  readonly descendantCount: number
  readonly retiredChildCount: number
}

/** Columns of a CountedNode from `u`, rows of unit. */
export const countedColumns: SQL = sql`u.id, u.path, u.parent_id as "parentId", u.code, u.kind, u.name,
  u.short_names as "shortNames", u.former_names as "formerNames", u.division, u.position, u.state,
  u.merged_into as "mergedInto", u.version,
  (select count(*)::int from unit c where c.parent_id = u.id and c.state = 'active') as "childCount",
  (select count(*)::int from unit c where c.parent_id = u.id and c.state = 'retired') as "retiredChildCount",
  (select count(*)::int from unit d where d.path > u.path and d.path < u.path || '~' and d.state = 'active')
    as "descendantCount"`

/** Who looks: the scope of what is read, and that in which they keep the tree. */
export type Viewer = { readonly scope: Scope; readonly keeping: Scope }

export function viewerOf(scope: Scope, person: Person | null | undefined): Viewer {
  return { scope, keeping: scopeOf(person ?? null, unitFlow.edit.by) }
}

export function showUnit(node: CountedNode, { scope, keeping }: Viewer): UnitSummary {
  const { path, mergedInto, parentId, ...shown } = node
  const above = pathAbove(path)
  const standing = {
    state: node.state,
    merged: mergedInto !== null,
    parentInScope: above !== '' && holds(keeping, above),
    activeChildren: node.childCount,
  }
  const actions = holds(keeping, path) ? unitActions.filter(action => !unitRefusal(action, standing)) : []
  return {
    ...shown,
    shortNames: [...node.shortNames],
    formerNames: [...node.formerNames],
    parentId: above && holds(scope, above) ? parentId : null,
    actions,
  }
}

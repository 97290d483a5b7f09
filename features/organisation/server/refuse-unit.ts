/** The problems behind the refusals of the flow, in words a person understands. */
import { Problem } from '@jianbao/errors'
import { holds, type Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type UnitAction, type UnitRefusal, unitRefusal } from '../contract/index.ts'
import { foldName, pathAbove, refusePlace } from './unit.rules.ts'
import { getNode, listActiveNames, listChildren, lockTree, type UnitNode } from './unit.store.ts'

export type Order = { readonly id: string; readonly version: number; readonly action: UnitAction }

/**
 * The unit an action is about, held against other changes of the tree. Throws `not-found`, `changed-meanwhile` when the
 * caller saw an older version, and the problem for what the flow refuses.
 */
export async function takeUnit(
  tx: Database,
  scope: Scope,
  { id, version, action }: Order,
): Promise<UnitNode> {
  await lockTree(tx)
  const unit = await getNode(tx, scope, id)
  if (unit.version !== version) throw new Problem('changed-meanwhile', { name: unit.name })
  const children = await listChildren(tx, scope, id)
  const above = pathAbove(unit.path)
  const standing = {
    state: unit.state,
    merged: unit.mergedInto !== null,
    parentInScope: above !== '' && holds(scope, above),
    activeChildren: children.filter(child => child.state === 'active').length,
  }
  const refusal = unitRefusal(action, standing)
  if (refusal) throw await refusedUnit(tx, refusal, unit, { count: standing.activeChildren })
  return unit
}

/** The unit below which, or into which, something is put. Throws as above. */
export async function takeTarget(tx: Database, scope: Scope, unit: UnitNode, id: string): Promise<UnitNode> {
  const target = await getNode(tx, scope, id)
  const refusal = refusePlace(unit, target)
  if (refusal) throw await refusedUnit(tx, refusal, unit, { target: target.name })
  return target
}

/** Throws `unit-name-taken` when an active unit right below `parent` has one of the names; those of `except` may. */
export async function refuseTakenNames(
  tx: Database,
  parent: { readonly id: string; readonly name: string },
  units: readonly { readonly id: string; readonly name: string }[],
  except: readonly string[] = [],
): Promise<void> {
  const siblings = await listActiveNames(tx, parent.id)
  for (const { id, name } of units)
    if (siblings.some(other => other.id !== id && !except.includes(other.id) && sameName(other.name, name)))
      throw new Problem('unit-name-taken', { name, parent: parent.name })
}

const sameName = (one: string, other: string): boolean => foldName(one) === foldName(other)

async function refusedUnit(
  tx: Database,
  refusal: UnitRefusal,
  { name, mergedInto }: UnitNode,
  { target = '', count = 0 }: { target?: string; count?: number },
): Promise<Problem> {
  switch (refusal) {
    case 'top-of-scope':
      return new Problem('unit-top', { name })
    case 'is-retired':
      return new Problem('unit-retired', { name })
    case 'is-active':
      return new Problem('unit-active', { name })
    case 'is-merged':
      return new Problem('unit-merged', { name, into: await nameOf(tx, mergedInto) })
    case 'has-children':
      return new Problem('unit-has-children', { name, count })
    case 'into-itself':
    case 'into-own-branch':
      return new Problem('unit-cycle', { name, target })
    case 'under-retired':
      return new Problem('unit-under-retired', { target })
  }
}

/** Outside the caller's scope it has no name. */
async function nameOf(tx: Database, id: string | null): Promise<string> {
  const [unit] = await rowsOf<{ name: string }>(tx, sql`select name from unit where id = ${id}`)
  return unit?.name ?? '—'
}

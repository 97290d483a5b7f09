import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, sql } from '@jianbao/platform/db'
import type { UnitMove } from '../contract/index.ts'
import { refuseTakenNames, takeTarget, takeUnit } from './refuse-unit.ts'
import { pathBelow, placeAmong } from './unit.rules.ts'
import { getNode, listChildren, movePath, orderSiblings } from './unit.store.ts'

/** Puts a unit with all below it, and all that belongs to them, below another, or elsewhere among its siblings. */
export async function moveUnit(
  tx: Database,
  scope: Scope,
  clock: Clock,
  id: string,
  { version, parentId, position }: UnitMove,
  entry: EntryDraft,
): Promise<void> {
  const unit = await takeUnit(tx, scope, { id, version, action: 'move' })
  const parent = await takeTarget(tx, scope, unit, parentId)
  const from = await getNode(tx, scope, unit.parentId!)
  if (parent.id !== from.id) {
    if (unit.state === 'active') await refuseTakenNames(tx, parent, [unit])
    await movePath(tx, unit.path, pathBelow(parent.path, unit.path))
  }
  await tx.execute(sql`update unit set parent_id = ${parent.id}, version = version + 1,
    updated_at = ${clock.now().toISOString()} where id = ${id}`)
  const siblings = (await listChildren(tx, scope, parent.id)).map(sibling => sibling.id)
  const order = placeAmong(siblings, id, position)
  await orderSiblings(tx, order)
  if (parent.id !== from.id)
    await orderSiblings(
      tx,
      (await listChildren(tx, scope, from.id)).map(sibling => sibling.id),
    )
  entry.words = unit.name
  entry.unitId = id
  entry.before = { parent: from.name, position: unit.position }
  entry.after = { parent: parent.name, position: order.indexOf(id) }
}

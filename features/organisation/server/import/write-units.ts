import { type Database, sql } from '@jianbao/platform/db'
import { pathBelow } from '../unit.rules.ts'
import { insertUnits, movePath, orderSiblings, type UnitNode, updateUnits } from '../unit.store.ts'
import type { UnitPlan } from './plan-units.ts'

/**
 * Writes what was planned, from the top down: a unit is put below another when that one has its place. The caller holds
 * the tree. `onProgress` hears how many units were written.
 */
export async function writeUnits(
  tx: Database,
  now: Date,
  nodes: readonly UnitNode[],
  plan: UnitPlan,
  onProgress: (done: number) => void,
): Promise<void> {
  const paths = new Map(nodes.map(node => [node.id, node.path]))
  let done = 0
  const parents = new Map<string, string | null>(nodes.map(node => [node.id, node.parentId]))
  for (const { id, parentId } of [...plan.inserts, ...plan.moves]) parents.set(id, parentId)
  const depthOf = depths(parents)
  const levels = new Map<
    number,
    { inserts: UnitPlan['inserts'][number][]; moves: UnitPlan['moves'][number][] }
  >()
  const levelOf = (id: string) => {
    const depth = depthOf(id)
    const level = levels.get(depth) ?? { inserts: [], moves: [] }
    levels.set(depth, level)
    return level
  }
  for (const unit of plan.inserts) levelOf(unit.id).inserts.push(unit)
  for (const move of plan.moves) levelOf(move.id).moves.push(move)
  for (const [, { inserts, moves }] of [...levels].sort(([a], [b]) => a - b)) {
    if (inserts.length) await insertUnits(tx, now, inserts, paths)
    done += inserts.length
    onProgress(done)
    for (const { id, parentId } of moves) {
      await moveOne(tx, now, id, parentId, paths)
      onProgress(++done)
    }
  }
  // A unit is added in use; one that is retired already becomes so, and its version says that it was written twice.
  const retired = plan.inserts.filter(unit => unit.state === 'retired')
  await updateUnits(tx, now, [...plan.updates, ...retired.map(unit => ({ ...unit, mergedInto: null }))])
  for (const ids of plan.orders) await orderSiblings(tx, ids)
  onProgress(done + plan.updates.length)
}

async function moveOne(
  tx: Database,
  now: Date,
  id: string,
  parentId: string,
  paths: Map<string, string>,
): Promise<void> {
  const from = paths.get(id)!
  const to = pathBelow(paths.get(parentId)!, from)
  await movePath(tx, from, to)
  await tx.execute(sql`update unit set parent_id = ${parentId}, version = version + 1,
    updated_at = ${now.toISOString()} where id = ${id}`)
  for (const [other, path] of paths) if (path.startsWith(from)) paths.set(other, to + path.slice(from.length))
}

/** How far below the top a unit stands, by the units above it. */
function depths(parents: ReadonlyMap<string, string | null>): (id: string) => number {
  const known = new Map<string, number>()
  return id => {
    const way: string[] = []
    let at: string | null | undefined = id
    while (at && !known.has(at) && parents.has(at)) {
      way.push(at)
      at = parents.get(at)
    }
    let depth = at ? (known.get(at) ?? 0) : 0
    for (const each of way.reverse()) known.set(each, ++depth)
    return known.get(id) ?? 0
  }
}

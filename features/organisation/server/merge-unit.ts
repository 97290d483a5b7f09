import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { UnitMerge } from '../contract/index.ts'
import { refuseTakenNames, takeTarget, takeUnit } from './refuse-unit.ts'
import { mergedNames, pathBelow } from './unit.rules.ts'
import { listChildren, movePath, orderSiblings, type UnitNode, updateUnits } from './unit.store.ts'
import { unitFacts } from './unit.trail.ts'

/**
 * Merges a unit into another: units below it, people, posts, groups and names go over. The unit itself stays as history
 * below the other, retired; what was written by it keeps its name and is seen by whoever sees the other.
 */
export async function mergeUnit(
  tx: Database,
  scope: Scope,
  clock: Clock,
  id: string,
  { version, into }: UnitMerge,
  entry: EntryDraft,
): Promise<void> {
  const unit = await takeUnit(tx, scope, { id, version, action: 'merge' })
  const target = await takeTarget(tx, scope, unit, into)
  const children = await listChildren(tx, scope, id)
  const active = children.filter(child => child.state === 'active')
  // The unit itself leaves the ranks of the other's children.
  await refuseTakenNames(tx, target, active, [id])
  const now = clock.now()
  const went = await moveWhatBelongs(tx, now, unit, target)
  for (const child of children) await putBelow(tx, now, child, target)
  await putBelow(tx, now, unit, target)
  await updateUnits(tx, now, [
    { ...unit, state: 'retired', mergedInto: target.id },
    { ...target, ...mergedNames(target, unit) },
  ])
  const below = (await listChildren(tx, scope, target.id)).map(child => child.id)
  const newcomers = [...children.map(child => child.id), id]
  await orderSiblings(tx, [...below.filter(child => !newcomers.includes(child)), ...newcomers])
  if (unit.parentId !== null && unit.parentId !== target.id)
    await orderSiblings(
      tx,
      (await listChildren(tx, scope, unit.parentId)).map(child => child.id),
    )
  entry.words = unit.name
  entry.unitId = target.id
  entry.before = { ...unitFacts(unit), units: children.length, ...went }
  entry.after = { state: 'retired', mergedInto: target.name }
}

async function putBelow(tx: Database, now: Date, unit: UnitNode, target: UnitNode): Promise<void> {
  const [{ path } = unit] = await rowsOf<{ path: string }>(
    tx,
    sql`select path from unit where id = ${unit.id}`,
  )
  const next = pathBelow(target.path, path)
  if (next !== path) await movePath(tx, path, next)
  await tx.execute(sql`update unit set parent_id = ${target.id}, updated_at = ${now.toISOString()},
    version = version + ${unit.state === 'active' ? 1 : 0} where id = ${unit.id}`)
}

/** Who holds what from now on in the other unit is told by name: their rights have changed by it. */
type Went = { people: number; posts: { role: string; person: string }[]; groups: number }

async function moveWhatBelongs(tx: Database, now: Date, from: UnitNode, to: UnitNode): Promise<Went> {
  const at = now.toISOString()
  const people = await rowsOf(
    tx,
    sql`update person set unit_id = ${to.id}, version = version + 1, updated_at = ${at}
      where unit_id = ${from.id} returning id`,
  )
  // Whoever holds the role in both holds it once.
  await tx.execute(sql`delete from membership m where m.unit_id = ${from.id} and exists (select from membership o
    where o.unit_id = ${to.id} and o.person_id = m.person_id and o.role = m.role)`)
  const posts = await rowsOf<Went['posts'][number]>(
    tx,
    sql`update membership m set unit_id = ${to.id} where unit_id = ${from.id}
      returning role, coalesce((select p.name from person p where p.id = m.person_id), m.person_id) as person`,
  )
  const groups = await rowsOf(
    tx,
    sql`update working_group g set unit_id = ${to.id}, version = g.version + 1, updated_at = ${at},
        position = g.position + (select count(*) from working_group o where o.unit_id = ${to.id}),
        name = case when exists (select from working_group o where o.unit_id = ${to.id} and o.name = g.name)
          then g.name || ${`（原${from.name}）`} else g.name end
      where g.unit_id = ${from.id} returning g.id`,
  )
  return { people: people.length, posts, groups: groups.length }
}

/** What is done with groups: set up, changed, filled with people, dissolved. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { GroupChange, GroupDraft, GroupVersion } from '../contract/index.ts'
import { type GroupRow, takeGroup } from './group.store.ts'
import { cleanName, foldName, placeAmong } from './unit.rules.ts'
import { getNode } from './unit.store.ts'

/** Sets up a group behind the others of its unit and gives back its id. */
export async function addGroup(
  tx: Database,
  scope: Scope,
  clock: Clock,
  draft: GroupDraft,
  entry: EntryDraft,
): Promise<string> {
  const { unitId, kind, unitKinds = [] } = draft
  const unit = await getNode(tx, scope, unitId)
  if (unit.state === 'retired') throw new Problem('unit-retired', { name: unit.name })
  const [id, name, duties] = [randomUUID(), checkName(draft.name), cleanDuties(draft.duties)]
  await refuseTakenName(tx, unit, { id, name })
  const now = clock.now().toISOString()
  await tx.execute(sql`insert into working_group (id, unit_id, scope_path, kind, name, duties, unit_kinds, position,
      created_at, updated_at)
    values (${id}, ${unitId}, '', ${kind}, ${name}, ${duties}, ${textArray(unitKinds)},
      (select count(*) from working_group where unit_id = ${unitId}), ${now}, ${now})`)
  describe(entry, { unitId, name })
  entry.after = { unit: unit.name, kind, name, duties, unitKinds }
  return id
}

/** Changes what is named. */
export async function editGroup(
  tx: Database,
  scope: Scope,
  clock: Clock,
  id: string,
  { version, ...change }: GroupChange,
  entry: EntryDraft,
): Promise<void> {
  const group = await takeGroup(tx, scope, { id, version })
  const next = {
    kind: change.kind ?? group.kind,
    name: change.name === undefined ? group.name : checkName(change.name),
    duties: change.duties === undefined ? group.duties : cleanDuties(change.duties),
    unitKinds: change.unitKinds ?? group.unitKinds,
  }
  await refuseTakenName(tx, { id: group.unitId, name: group.unitName }, { id, name: next.name })
  await tx.execute(sql`update working_group set kind = ${next.kind}, name = ${next.name}, duties = ${next.duties},
    unit_kinds = ${textArray(next.unitKinds)}, version = version + 1, updated_at = ${clock.now().toISOString()}
    where id = ${id}`)
  describe(entry, { ...group, name: next.name })
  const { kind, name, duties, unitKinds } = group
  entry.before = { kind, name, duties, unitKinds }
  entry.after = next
  if (change.position !== undefined) {
    await placeGroup(tx, group, change.position)
    entry.after = { ...next, position: change.position }
  }
}

/** Gives it its place among the groups of its unit, which were held by the look at their names. */
async function placeGroup(tx: Database, group: GroupRow, position: number): Promise<void> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from working_group where unit_id = ${group.unitId} order by position, id`,
  )
  const order = placeAmong(
    rows.map(row => row.id),
    group.id,
    position,
  )
  await tx.execute(sql`update working_group g set position = x.at - 1
    from json_array_elements_text(${JSON.stringify(order)}::json) with ordinality x(id, at)
    where g.id = x.id::uuid and g.position <> x.at - 1`)
}

/** Dissolves a group; its members stay people of their units. */
export async function removeGroup(
  tx: Database,
  scope: Scope,
  id: string,
  { version }: GroupVersion,
  entry: EntryDraft,
): Promise<void> {
  const group = await takeGroup(tx, scope, { id, version })
  await tx.execute(sql`delete from working_group where id = ${id}`)
  describe(entry, group)
  const { kind, name, duties, unitKinds, unitName: unit, heads, members } = group
  entry.before = { unit, kind, name, duties, unitKinds, heads, members }
}

export function describe(entry: EntryDraft, { unitId, name }: Pick<GroupRow, 'unitId' | 'name'>): void {
  entry.words = name
  entry.unitId = unitId
}

function checkName(name: string): string {
  const clean = cleanName(storableText(name))
  if (clean === null) throw new Problem('unit-name-empty', { name })
  return clean
}

const cleanDuties = (duties: string | null | undefined): string | null =>
  storableText(duties ?? '').trim() || null

async function refuseTakenName(
  tx: Database,
  unit: { id: string; name: string },
  group: { id: string; name: string },
): Promise<void> {
  // Two at once wait for each other.
  await tx.execute(sql`select from unit where id = ${unit.id} for no key update`)
  const others = await rowsOf<{ name: string }>(
    tx,
    sql`select name from working_group where unit_id = ${unit.id} and id <> ${group.id}`,
  )
  if (others.some(other => foldName(other.name) === foldName(group.name)))
    throw new Problem('group-name-taken', { unit: unit.name, name: group.name })
}

const textArray = (texts: readonly string[]) =>
  sql`array(select json_array_elements_text(${JSON.stringify(texts)}::json))`

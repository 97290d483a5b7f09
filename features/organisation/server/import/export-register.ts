/** Units and people as sheets of the shape that is imported. */
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import type { PersonFilter, UnitQuery } from '../../contract/index.ts'
import { listUnits } from '../list-units.ts'
import { findUnitPath, selectPeople, selectPosts } from '../people/person.store.ts'
import { showPhone } from '../people/person.view.ts'
import { personStateWords, roleWords } from '../sheet/person.form.ts'
import { unitKindWords, unitStateWords } from '../sheet/unit.form.ts'
import type { BookRow } from '../sheet/write-book.ts'
import { listNodes, type UnitNode } from '../unit.store.ts'
import { namesCell } from './unit-rows.ts'

/** As many rows as a sheet may bring back. */
const mostExported = 30_000

/** All units under the filters, in the order of the list. */
export async function unitRows(tx: Database, scope: Scope, query: UnitQuery): Promise<BookRow[]> {
  const nodes = await listNodes(tx, scope)
  const byId = new Map(nodes.map(node => [node.id, node]))
  const places = placesOf(nodes)
  const nobody = { roots: [], content: false }
  const wish = { ...query, page: 1, pageSize: mostExported }
  const { rows } = await listUnits(tx, { scope, keeping: nobody }, wish)
  return rows.map(unit => {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
    return {
      code: unit.code,
      name: unit.name,
      kind: unitKindWords[unit.kind][0]!,
      parent: parent?.code ?? '',
      parentName: parent?.name ?? '',
      shortNames: namesCell(unit.shortNames),
      formerNames: namesCell(unit.formerNames),
      division: unit.division ?? '',
      position: parent ? String(places.get(unit.id)! + 1) : '',
      state: unitStateWords[unit.state][0]!,
    }
  })
}

/** Place of every unit among its siblings, from 0; the nodes come in their order. */
function placesOf(nodes: readonly UnitNode[]): Map<string, number> {
  const next = new Map<string | null, number>()
  const places = new Map<string, number>()
  for (const { id, parentId } of nodes) {
    const at = next.get(parentId) ?? 0
    places.set(id, at)
    next.set(parentId, at + 1)
  }
  return places
}

/** All people under the filters, in the order of the list; telephone numbers as lists show them. */
export async function personRows(
  tx: Database,
  scope: Scope,
  { under, ...filter }: PersonFilter,
  sealer: Sealer,
): Promise<BookRow[]> {
  const unit = under ? await findUnitPath(tx, scope, under) : null
  if (under && !unit) return []
  const page = { limit: mostExported, offset: 0 }
  const { rows } = await selectPeople(tx, scope, { ...filter, underPath: unit?.path ?? null }, page)
  const codes = new Map((await listNodes(tx, scope)).map(node => [node.id, node.code]))
  const posts = await selectPosts(
    tx,
    scope,
    rows.map(row => row.id),
  )
  const held = new Map<string, string[]>()
  for (const { personId, role, unitName } of posts) {
    const words = held.get(personId) ?? []
    held.set(personId, [...words, `${roleWords[role]}（${unitName}）`])
  }
  return rows.map(row => ({
    name: row.name,
    unit: codes.get(row.unitId) ?? '',
    unitName: row.unitName,
    title: row.title ?? '',
    phone: showPhone(row, sealer) ?? '',
    state: personStateWords[row.state][0],
    username: row.username ?? '',
    roles: (held.get(row.id) ?? []).join('、'),
    id: row.id,
  }))
}

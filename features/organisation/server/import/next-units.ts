/** The tree as a sheet of units would leave it. */
import { randomUUID } from 'node:crypto'
import { foldName, renamed, settleNames } from '../unit.rules.ts'
import type { UnitFacts, UnitNode } from '../unit.store.ts'
import type { RowReader } from './row-reader.ts'
import { namesCell, type SaidUnit } from './unit-rows.ts'

/** A unit as the sheet leaves it, whether it is in the sheet or not. */
export type NextUnit = UnitFacts & {
  readonly id: string
  readonly parentId: string | null
  /** Before; null: it is new. */
  readonly was: UnitNode | null
  readonly said: SaidUnit | null
}

/** The tree as it is, in the scope of who imports. */
export type Register = {
  readonly nodes: readonly UnitNode[]
  /** Ids of the topmost units. */
  readonly tops: ReadonlySet<string>
  /** Codes that are taken where the importer sees nothing. */
  readonly hidden: ReadonlySet<string>
}

export type Tree = Map<string, NextUnit>

/** All units of the scope as they would be, by id; rows that say nothing usable are left out. */
export function nextTree(reader: RowReader, said: readonly SaidUnit[], { nodes, hidden }: Register): Tree {
  const byCode = new Map(nodes.map(node => [node.code, node]))
  const rows = new Map<string, SaidUnit>()
  for (const unit of said) {
    const other = rows.get(unit.code)
    if (other) reader.note(unit.row, 'code', 'code-doubled', { value: unit.code, other: other.row.row })
    else if (hidden.has(unit.code)) reader.note(unit.row, 'code', 'code-taken', { value: unit.code })
    else rows.set(unit.code, unit)
  }
  const ids = new Map(nodes.map(node => [node.code, node.id]))
  for (const code of rows.keys()) if (!ids.has(code)) ids.set(code, randomUUID())
  const nameOf = (code: string): string => rows.get(code)?.name ?? byCode.get(code)?.name ?? ''
  const parentOf = (unit: SaidUnit): string | null => {
    const { parentCode: code } = unit
    if (code === null) return null
    const id = ids.get(code)
    if (id !== undefined) return id
    reader.note(unit.row, 'parent', 'parent-unknown', {
      value: code,
      ...namedHint(nodes, code),
      ...reader.hint(code, ids.keys(), found => `${found}（${nameOf(found)}）`),
    })
    return null
  }
  const tree: Tree = new Map()
  for (const node of nodes) {
    const unit = rows.get(node.code)
    tree.set(node.id, unit ? changedUnit(node, unit, parentOf(unit)) : { ...node, was: node, said: null })
  }
  for (const unit of rows.values()) {
    if (byCode.has(unit.code)) continue
    requireAll(reader, unit)
    tree.set(ids.get(unit.code)!, newUnit(ids.get(unit.code)!, unit, parentOf(unit)))
  }
  return tree
}

/** Somebody wrote the name of the unit above instead of its code. */
function namedHint(nodes: readonly UnitNode[], text: string): { hint?: string } {
  const name = foldName(text)
  const found = nodes.find(
    node => foldName(node.name) === name || node.shortNames.some(other => foldName(other) === name),
  )
  return found ? { hint: `${found.code}（${found.name}）` } : {}
}

function requireAll(reader: RowReader, { row }: SaidUnit): void {
  for (const key of ['name', 'kind', 'parent'])
    if (!reader.text(row, key) && !reader.bad(row, key)) reader.note(row, key, 'required')
}

function newUnit(id: string, said: SaidUnit, parentId: string | null): NextUnit {
  const { code, name, kind, shortNames, formerNames, division, state } = said
  const names = settleNames({
    name: name ?? '',
    shortNames: shortNames?.names ?? [],
    formerNames: formerNames ?? [],
  })
  return {
    id,
    parentId,
    code,
    kind: kind ?? 'affiliate',
    ...names,
    division,
    state: state ?? 'active',
    mergedInto: null,
    was: null,
    said,
  }
}

function changedUnit(node: UnitNode, said: SaidUnit, parentId: string | null): NextUnit {
  const { name, kind, shortNames, formerNames, division, state } = said
  const names = renamed(node, {
    ...(name === null ? {} : { name }),
    // The cell as an export writes it says that nothing is to change, whatever is in the names.
    ...(shortNames === null || shortNames.text === namesCell(node.shortNames)
      ? {}
      : { shortNames: shortNames.names }),
    ...(formerNames === null ? {} : { formerNames: [...node.formerNames, ...formerNames] }),
  })
  return {
    ...node,
    ...names,
    kind: kind ?? node.kind,
    division: division ?? node.division,
    state: state ?? node.state,
    parentId: parentId ?? node.parentId,
    was: node,
    said,
  }
}

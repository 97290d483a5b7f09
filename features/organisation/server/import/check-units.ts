/** What a sheet of units would make of the tree; nothing is written here. */
import { randomUUID } from 'node:crypto'
import type { UnitState } from '../../contract/index.ts'
import type { ReadSheet } from '../sheet/sheet.types.ts'
import { unitForm } from '../sheet/unit.form.ts'
import { foldName, renamed, settleNames } from '../unit.rules.ts'
import type { NewUnit, UnitFacts, UnitNode } from '../unit.store.ts'
import type { Checked, RowOutcome } from './import.types.ts'
import { openRowReader, type RowReader } from './row-reader.ts'
import { slotOrder } from './slot-order.ts'
import { namesCell, readUnitRow, type SaidUnit } from './unit-rows.ts'

/** A unit as the sheet leaves it, whether it is in the sheet or not. */
export type NextUnit = UnitFacts & {
  readonly id: string
  readonly parentId: string | null
  /** Before; null: it is new. */
  readonly was: UnitNode | null
  readonly said: SaidUnit | null
}

export type UnitPlan = {
  readonly inserts: readonly (NewUnit & { readonly state: UnitState })[]
  readonly updates: readonly (UnitFacts & { readonly id: string })[]
  readonly moves: readonly { readonly id: string; readonly parentId: string }[]
  /** Children of a unit in their order, where it changes. */
  readonly orders: readonly (readonly string[])[]
}

/** The tree as it is, in the scope of who imports. */
export type Register = {
  readonly nodes: readonly UnitNode[]
  /** Ids of the topmost units. */
  readonly tops: ReadonlySet<string>
  /** Codes that are taken where the importer sees nothing. */
  readonly hidden: ReadonlySet<string>
}

export function checkUnits(sheet: ReadSheet, register: Register): Checked<UnitPlan> {
  const reader = openRowReader(unitForm, sheet)
  const said = sheet.rows.map(row => readUnitRow(reader, row)).filter(unit => unit !== null)
  const next = nextTree(reader, said, register)
  checkPlaces(reader, next, register)
  checkCircles(reader, next)
  checkStates(reader, next)
  checkNames(reader, next)
  const { orders, moved } = orderChildren(next)
  const { outcomes, plan } = planOf(next, orders, moved)
  return { problems: reader.problems, outcomes, plan }
}

type Tree = Map<string, NextUnit>

/** All units of the scope as they would be, by id; rows that say nothing usable are left out. */
function nextTree(reader: RowReader, said: readonly SaidUnit[], { nodes, hidden }: Register): Tree {
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

/** The topmost units of the scope stay where they are, and so do units that were merged into others. */
function checkPlaces(reader: RowReader, tree: Tree, { tops }: Register): void {
  for (const { id, parentId, name, was, said, state } of tree.values()) {
    if (!said) continue
    if (parentId === id) reader.note(said.row, 'parent', 'parent-self')
    if (!was) continue
    const top = tops.has(id)
    const code = top ? 'top-of-scope' : was.mergedInto ? 'is-merged' : null
    if (code === null) continue
    if (top ? said.parentCode !== null : parentId !== was.parentId)
      reader.note(said.row, 'parent', code, { value: name })
    if (top && said.position !== null) reader.note(said.row, 'position', code, { value: name })
    if (state !== was.state) reader.note(said.row, 'state', code, { value: name })
  }
}

/** Every unit must lead up to the top; those that lead back to themselves are told, each with the way. */
function checkCircles(reader: RowReader, tree: Tree): void {
  const settled = new Set<string>()
  for (const start of tree.values()) {
    const way: NextUnit[] = []
    const at = new Map<string, number>()
    let unit: NextUnit | undefined = start
    while (unit && !settled.has(unit.id) && !at.has(unit.id)) {
      at.set(unit.id, way.length)
      way.push(unit)
      unit = unit.parentId === null ? undefined : tree.get(unit.parentId)
    }
    const from = unit ? at.get(unit.id) : undefined
    // A unit above itself has been told as such.
    if (from !== undefined && way.length - from > 1) noteCircle(reader, way.slice(from))
    for (const { id } of way) settled.add(id)
  }
}

const mostOfCircle = 8

function noteCircle(reader: RowReader, circle: readonly NextUnit[]): void {
  circle.forEach(({ said }, first) => {
    if (!said) return
    const turned = [...circle.slice(first), ...circle.slice(0, first)].map(unit => unit.code)
    const shown = turned.length > mostOfCircle ? [...turned.slice(0, mostOfCircle), '……'] : turned
    reader.note(said.row, 'parent', 'cycle', { path: [...shown, turned[0]!].join(' → ') })
  })
}

/** No active unit below a retired one, where the sheet makes it so. */
function checkStates(reader: RowReader, tree: Tree): void {
  const activeBelow = new Map<string, number>()
  for (const { parentId, state } of tree.values())
    if (parentId !== null && state === 'active')
      activeBelow.set(parentId, (activeBelow.get(parentId) ?? 0) + 1)
  for (const { id, name, parentId, state, was, said } of tree.values()) {
    if (!said) continue
    const count = activeBelow.get(id) ?? 0
    if (state === 'retired' && was?.state === 'active' && count > 0)
      reader.note(said.row, 'state', 'has-children', { value: name, count })
    const parent = parentId === null ? undefined : tree.get(parentId)
    const placed = !was || was.parentId !== parentId || was.state !== state
    if (placed && state === 'active' && parent?.state === 'retired')
      reader.note(said.row, 'parent', 'under-retired', { value: parent.name })
  }
}

/** Active units right below one have different names. */
function checkNames(reader: RowReader, tree: Tree): void {
  const seen = new Map<string, NextUnit>()
  const told = (unit: NextUnit): boolean => {
    const { said, was, name, parentId, state } = unit
    if (!said || !name) return false
    const fresh = !was || was.parentId !== parentId || was.state !== state
    return fresh || foldName(was.name) !== foldName(name)
  }
  for (const unit of tree.values()) {
    if (unit.state !== 'active' || unit.parentId === null || !unit.name) continue
    const key = `${unit.parentId} ${foldName(unit.name)}`
    const other = seen.get(key)
    if (!other) seen.set(key, unit)
    else {
      const wrong = told(unit) ? unit : told(other) ? other : null
      if (wrong?.said) reader.note(wrong.said.row, 'name', 'name-taken', { value: unit.name })
    }
  }
}

/** Children in their new order, below the units whose children come, go or change places; and the units that change places. */
function orderChildren(tree: Tree): { orders: string[][]; moved: Set<string> } {
  const children = new Map<string, NextUnit[]>()
  const touched = new Set<string>()
  for (const unit of tree.values()) {
    const { parentId, was, said } = unit
    if (parentId === null) continue
    const siblings = children.get(parentId)
    if (siblings) siblings.push(unit)
    else children.set(parentId, [unit])
    if (was?.parentId !== parentId) for (const id of [parentId, was?.parentId]) if (id) touched.add(id)
    if (said?.position != null) touched.add(parentId)
  }
  const orders: string[][] = []
  const moved = new Set<string>()
  for (const parentId of touched) {
    const units = children.get(parentId) ?? []
    if (!tree.has(parentId)) continue
    // New ones and those that come from elsewhere stand behind, in the order of the sheet.
    const stayed = units.filter(unit => unit.was?.parentId === parentId)
    const came = units
      .filter(unit => unit.was?.parentId !== parentId)
      .sort((a, b) => (a.said?.row.row ?? 0) - (b.said?.row.row ?? 0))
    const wishes = new Map(
      units.flatMap(({ id, said }) => (said?.position == null ? [] : [[id, said.position] as const])),
    )
    const order = slotOrder(
      [...stayed, ...came].map(unit => unit.id),
      wishes,
    )
    order.forEach((id, at) => {
      if (wishes.has(id) && stayed[at]?.id !== id && tree.get(id)?.was?.parentId === parentId) moved.add(id)
    })
    if (order.some((id, at) => tree.get(id)?.was?.position !== at)) orders.push(order)
  }
  return { orders, moved }
}

function planOf(
  tree: Tree,
  orders: readonly (readonly string[])[],
  moved: ReadonlySet<string>,
): { outcomes: RowOutcome[]; plan: UnitPlan } {
  const outcomes: RowOutcome[] = []
  const inserts: (NewUnit & { state: UnitState })[] = []
  const updates: (UnitFacts & { id: string })[] = []
  const moves: { id: string; parentId: string }[] = []
  for (const unit of tree.values()) {
    const { id, parentId, was, said } = unit
    if (!said) continue
    const row = said.row.row
    const { name } = unit
    if (!was) {
      if (parentId !== null) inserts.push({ ...unit, parentId, position: 0 })
      outcomes.push({ row, kind: 'new', name, columns: [] })
      continue
    }
    const facts = changedFacts(unit, was)
    const columns = [...facts]
    if (facts.length) updates.push(unit)
    if (parentId !== was.parentId && parentId !== null) {
      moves.push({ id, parentId })
      columns.push('上级编码')
    } else if (moved.has(id)) columns.push('排序')
    outcomes.push({ row, kind: columns.length ? 'changed' : 'unchanged', name, columns })
  }
  outcomes.sort((a, b) => a.row - b.row)
  return { outcomes, plan: { inserts, updates, moves, orders } }
}

function changedFacts(next: NextUnit, was: UnitNode): string[] {
  const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n')
  return [
    ...(next.name === was.name ? [] : ['全称']),
    ...(next.kind === was.kind ? [] : ['类别']),
    ...(same(next.shortNames, was.shortNames) ? [] : ['简称']),
    ...(same(next.formerNames, was.formerNames) ? [] : ['曾用名']),
    ...(next.division === was.division ? [] : ['行政区划代码']),
    ...(next.state === was.state ? [] : ['状态']),
  ]
}

/** What may not be in the tree that a sheet would leave. */
import { foldName } from '../unit.rules.ts'
import type { NextUnit, Register, Tree } from './next-units.ts'
import type { RowReader } from './row-reader.ts'

export function checkTree(reader: RowReader, next: Tree, register: Register): void {
  checkPlaces(reader, next, register)
  checkCircles(reader, next)
  checkStates(reader, next)
  checkNames(reader, next)
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

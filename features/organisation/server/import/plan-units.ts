/** What is to be written so that the tree becomes what the sheet says. */
import type { UnitState } from '../../contract/index.ts'
import type { NewUnit, UnitFacts, UnitNode } from '../unit.store.ts'
import type { RowOutcome } from './import.types.ts'
import type { NextUnit, Tree } from './next-units.ts'
import { slotOrder } from './slot-order.ts'

export type UnitPlan = {
  readonly inserts: readonly (NewUnit & { readonly state: UnitState })[]
  readonly updates: readonly (UnitFacts & { readonly id: string })[]
  readonly moves: readonly { readonly id: string; readonly parentId: string }[]
  /** Children of a unit in their order, where it changes. */
  readonly orders: readonly (readonly string[])[]
}

/** The outcome of every row, and what it takes. */
export function planUnits(tree: Tree): { outcomes: RowOutcome[]; plan: UnitPlan } {
  const { orders, moved } = orderChildren(tree)
  return planOf(tree, orders, moved)
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

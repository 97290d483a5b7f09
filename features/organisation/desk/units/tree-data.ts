/** What Ant Design's tree is drawn from: only the branches that are open, each row with its place for screen readers. */
import type { TreeDataNode } from 'antd'
import type { UnitSummary } from '../../contract/index.ts'

/** The rows right below a unit, null for the tops; undefined while they are on their way, an error when they did not come. */
export type Branches = (parent: string | null) => readonly UnitSummary[] | Error | undefined

export type UnitNode = TreeDataNode & {
  readonly key: string
  /** Null for the row that says that something is still missing. */
  readonly unit: UnitSummary | null
  /** Of such a row: it did not come, and may be asked for again. */
  readonly failed?: string
  children?: UnitNode[]
}

type Growth = {
  readonly branches: Branches
  /** Ids of the units whose branches are open. */
  readonly open: ReadonlySet<string>
  /** What is read out for a row. */
  readonly label: (unit: UnitSummary) => string
}

export function buildNodes(growth: Growth): UnitNode[] {
  const rows = growth.branches(null)
  return Array.isArray(rows) ? grow(rows, growth, 1, new Set()) : []
}

function grow(
  rows: readonly UnitSummary[],
  growth: Growth,
  level: number,
  above: ReadonlySet<string>,
): UnitNode[] {
  const { branches, open, label } = growth
  return rows.map((unit, at) => {
    const rowsBelow = branches(unit.id)
    const node: UnitNode = {
      key: unit.id,
      unit,
      isLeaf: countBelow(unit, rowsBelow) === 0,
      'data-unit': unit.id,
      'aria-label': label(unit),
      'aria-level': level,
      'aria-posinset': at + 1,
      'aria-setsize': rows.length,
    } as UnitNode
    // While a move is only half known a unit may stand in two branches; it is never drawn within itself.
    if (node.isLeaf || !open.has(unit.id) || above.has(unit.id)) return node
    const line = new Set(above).add(unit.id)
    node.children = Array.isArray(rowsBelow)
      ? grow(rowsBelow, growth, level + 1, line)
      : [standIn(unit.id, rowsBelow instanceof Error, level + 1)]
    return node
  })
}

/** As many as are known once they came; until then what the unit says of itself. */
function countBelow(unit: UnitSummary, rows: ReturnType<Branches>): number {
  return Array.isArray(rows) ? rows.length : unit.childCount + unit.retiredChildCount
}

function standIn(parent: string, failed: boolean, level: number): UnitNode {
  return {
    key: `below ${parent}`,
    unit: null,
    ...(failed ? { failed: parent } : {}),
    isLeaf: true,
    'aria-level': level,
  } as UnitNode
}

/** The row of a key with those above it, the topmost first; null when it is not drawn. */
export function lineTo(nodes: readonly UnitNode[], key: string): UnitNode[] | null {
  for (const node of nodes) {
    if (node.key === key) return [node]
    const below = node.children && lineTo(node.children, key)
    if (below) return [node, ...below]
  }
  return null
}

export type Drop = {
  readonly unit: UnitSummary
  readonly target: UnitSummary
  /** Onto the target, or into the gap before or after it. */
  readonly place: 'inside' | 'before' | 'after'
}

export type MovePlan = { readonly parentId: string; readonly position?: number }

/** Where a dragged unit goes, null when it stays where it was or may not go there. */
export function planDrop({ unit, target, place }: Drop): MovePlan | null {
  if (target.id === unit.id) return null
  if (place === 'inside') {
    if (target.state === 'retired' || target.id === unit.parentId) return null
    return { parentId: target.id }
  }
  if (target.parentId === null) return null
  const gap = target.position + (place === 'after' ? 1 : 0)
  if (target.parentId !== unit.parentId) return { parentId: target.parentId, position: gap }
  // Taken out first, it leaves a place to those behind it.
  const position = gap > unit.position ? gap - 1 : gap
  return position === unit.position ? null : { parentId: target.parentId, position }
}

/** One place up or down among the rows that are shown beside it; null at the end of them. */
export function planShift(unit: UnitSummary, nodes: readonly UnitNode[], by: -1 | 1): MovePlan | null {
  const rows = findBeside(nodes, unit.id)
  const beside = rows[rows.findIndex(row => row.id === unit.id) + by]
  return beside && unit.parentId !== null ? { parentId: unit.parentId, position: beside.position } : null
}

function findBeside(nodes: readonly UnitNode[], id: string): UnitSummary[] {
  if (nodes.some(node => node.key === id)) return nodes.flatMap(node => node.unit ?? [])
  for (const node of nodes) {
    const found = findBeside(node.children ?? [], id)
    if (found.length > 0) return found
  }
  return []
}

import { describe, expect, it } from 'vitest'
import type { UnitSummary } from '../../contract/index.ts'
import { type Branches, buildNodes, lineTo, planDrop, planShift, type UnitNode } from './tree-data.ts'

const unit = (id: string, more: Partial<UnitSummary> = {}): UnitSummary => ({
  id,
  code: id,
  kind: 'county',
  name: `${id}科协`,
  shortNames: [],
  formerNames: [],
  division: null,
  parentId: 'top',
  position: 0,
  state: 'active',
  childCount: 0,
  descendantCount: 0,
  retiredChildCount: 0,
  version: 1,
  actions: [],
  ...more,
})
const grown = (branches: Branches, open: ReadonlySet<string>) =>
  buildNodes({ branches, open, label: ({ name }) => name })
const shape = (nodes: readonly UnitNode[]): unknown[] =>
  nodes.map(node => (node.children ? [node.key, shape(node.children)] : node.key))

describe('rows of the tree', () => {
  const rows: Record<string, UnitSummary[] | Error> = {
    '': [unit('top', { parentId: null, childCount: 3 })],
    top: [
      unit('a', { childCount: 1 }),
      unit('b', { position: 1 }),
      unit('c', { position: 2, childCount: 9 }),
    ],
    a: [unit('a1', { parentId: 'a' })],
    c: new Error('lost'),
  }
  const branches = (parent: string | null) => rows[parent ?? '']

  it('are those of open branches alone, each with its level and place', () => {
    expect(shape(grown(branches, new Set()))).toEqual(['top'])
    const nodes = grown(branches, new Set(['top', 'a']))
    expect(shape(nodes)).toEqual([['top', [['a', ['a1']], 'b', 'c']]])
    expect(nodes[0]!.children![1]).toMatchObject({
      'aria-label': 'b科协',
      'aria-level': 2,
      'aria-posinset': 2,
      'aria-setsize': 3,
    })
  })

  it('are found with those above them', () => {
    const nodes = grown(branches, new Set(['top', 'a']))
    expect(lineTo(nodes, 'a1')?.map(node => node.key)).toEqual(['top', 'a', 'a1'])
    expect(lineTo(nodes, 'z')).toBeNull()
  })

  it('say that a branch is on its way, or that it did not come', () => {
    const waiting = grown(
      parent => (parent === null ? (rows[''] as UnitSummary[]) : undefined),
      new Set(['top']),
    )
    expect(waiting[0]!.children![0]).toMatchObject({ unit: null, isLeaf: true })
    expect(waiting[0]!.children![0]).not.toHaveProperty('failed')
    const failed = grown(branches, new Set(['top', 'c']))[0]!.children![2]!.children!
    expect(failed[0]).toMatchObject({ unit: null, failed: 'c' })
  })

  it('never end in a circle while half a move is known', () => {
    const circle = {
      '': [unit('x', { childCount: 1 })],
      x: [unit('y', { childCount: 1 })],
      y: [unit('x', { childCount: 1 })],
    }
    const nodes = grown(parent => circle[(parent ?? '') as 'x'], new Set(['x', 'y']))
    expect(shape(nodes)).toEqual([['x', [['y', ['x']]]]])
  })
})

describe('where a dragged unit goes', () => {
  const [a, b, c] = [0, 1, 2].map(position => unit('abc'[position]!, { position })) as [
    UnitSummary,
    UnitSummary,
    UnitSummary,
  ]
  const other = unit('o', { parentId: 'elsewhere', position: 4 })

  it('onto a unit is below it, behind all others', () => {
    expect(planDrop({ unit: other, target: a, place: 'inside' })).toEqual({ parentId: 'a' })
  })

  it('into a gap is that gap, counted as if it had been taken out before', () => {
    expect(planDrop({ unit: other, target: b, place: 'before' })).toEqual({ parentId: 'top', position: 1 })
    expect(planDrop({ unit: other, target: b, place: 'after' })).toEqual({ parentId: 'top', position: 2 })
    expect(planDrop({ unit: a, target: c, place: 'after' })).toEqual({ parentId: 'top', position: 2 })
    expect(planDrop({ unit: c, target: a, place: 'before' })).toEqual({ parentId: 'top', position: 0 })
  })

  it('is nowhere when it stands there already, or may not stand there', () => {
    expect(planDrop({ unit: a, target: a, place: 'inside' })).toBeNull()
    expect(planDrop({ unit: a, target: b, place: 'before' })).toBeNull()
    expect(planDrop({ unit: b, target: a, place: 'after' })).toBeNull()
    expect(planDrop({ unit: a, target: unit('top', { parentId: null }), place: 'inside' })).toBeNull()
    expect(planDrop({ unit: a, target: unit('top', { parentId: null }), place: 'after' })).toBeNull()
    expect(planDrop({ unit: other, target: unit('r', { state: 'retired' }), place: 'inside' })).toBeNull()
  })
})

it('one step up or down passes over what is not shown', () => {
  // Position 1 is retired and hidden.
  const rows = [unit('a'), unit('b', { position: 2 }), unit('c', { position: 3 })]
  const nodes = rows.map(row => ({ key: row.id, unit: row }))
  expect(planShift(rows[0]!, nodes, 1)).toEqual({ parentId: 'top', position: 2 })
  expect(planShift(rows[1]!, nodes, -1)).toEqual({ parentId: 'top', position: 0 })
  expect(planShift(rows[0]!, nodes, -1)).toBeNull()
  expect(planShift(rows[2]!, nodes, 1)).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type UnitAction,
  type UnitState,
  unitActions,
  unitFlow,
  unitRefusal,
  unitStates,
} from '../contract/index.ts'
import {
  cleanName,
  foldName,
  mergedNames,
  nextCode,
  pathAbove,
  pathBelow,
  pathsAbove,
  placeAmong,
  refusePlace,
  renamed,
  settleNames,
} from './unit.rules.ts'

/** A tree as the database keeps it, changed by nothing but the rules. */
type Node = { path: string; parent: Node | null; state: UnitState; merged: boolean }

function standing(tree: readonly Node[], node: Node) {
  const children = tree.filter(child => child.parent === node && child.state === 'active')
  return {
    state: node.state,
    merged: node.merged,
    parentInScope: node.parent !== null,
    activeChildren: children.length,
  }
}

function put(tree: readonly Node[], node: Node, parent: Node): void {
  const from = node.path
  const to = pathBelow(parent.path, from)
  for (const one of tree) if (one.path.startsWith(from)) one.path = to + one.path.slice(from.length)
  node.parent = parent
}

function carryOut(tree: Node[], action: UnitAction, node: Node, target: Node): void {
  if (unitRefusal(action, standing(tree, node))) return
  if (action === 'add')
    tree.push({ path: `${node.path}${tree.length + 1}/`, parent: node, state: 'active', merged: false })
  if (action === 'move' && !refusePlace(node, target)) put(tree, node, target)
  if (action === 'retire') node.state = 'retired'
  if (action === 'restore' && !refusePlace(node, node.parent!)) node.state = 'active'
  if (action === 'merge' && !refusePlace(node, target)) {
    for (const child of tree.filter(one => one.parent === node)) put(tree, child, target)
    put(tree, node, target)
    node.state = 'retired'
    node.merged = true
  }
}

const step = fc.record({ action: fc.constantFrom(...unitActions), at: fc.nat(200), to: fc.nat(200) })

test('whatever is done, in whatever order, the tree stays a tree and nobody works below a retired unit', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const top: Node = { path: '1/', parent: null, state: 'active', merged: false }
      const tree = [top]
      for (const { action, at, to } of steps)
        carryOut(tree, action, tree[at % tree.length]!, tree[to % tree.length]!)
      expect(new Set(tree.map(node => node.path)).size).toBe(tree.length)
      for (const node of tree) {
        if (!node.parent) continue
        expect(pathAbove(node.path)).toBe(node.parent.path)
        if (node.state === 'active') expect(node.parent.state).toBe('active')
      }
      // Every unit is reached from the top: there is no ring beside the tree.
      const reached = (node: Node, steps_ = 0): boolean =>
        node === top || (steps_ < tree.length && node.parent !== null && reached(node.parent, steps_ + 1))
      expect(tree.every(node => reached(node))).toBe(true)
      expect(top).toMatchObject({ path: '1/', state: 'active' })
    }),
    { numRuns: 300 },
  )
})

test('every action in every state: what the table says, and the top stays', () => {
  const told = unitActions.flatMap(action =>
    unitStates.flatMap(state =>
      [true, false].flatMap(merged =>
        [true, false].map(parentInScope => {
          const refusal = unitRefusal(action, { state, merged, parentInScope, activeChildren: 0 })
          const from: readonly UnitState[] = unitFlow[action].from
          const { structure } = unitFlow[action]
          const may = from.includes(state) && (!structure || (parentInScope && !merged))
          return (refusal === null) === may
        }),
      ),
    ),
  )
  expect(told).toEqual(told.map(() => true))
  const busy = { state: 'active', merged: false, parentInScope: true, activeChildren: 1 } as const
  expect(unitActions.filter(action => unitRefusal(action, busy))).toEqual(['retire', 'restore'])
})

test('a unit goes neither into itself nor below itself nor below a retired one', () => {
  const active = (path: string) => ({ path, state: 'active' }) as const
  expect(refusePlace({ path: '1/2/' }, active('1/2/'))).toBe('into-itself')
  expect(refusePlace({ path: '1/2/' }, active('1/2/7/9/'))).toBe('into-own-branch')
  expect(refusePlace({ path: '1/2/' }, active('1/22/'))).toBeNull()
  expect(refusePlace({ path: '1/2/' }, active('1/'))).toBeNull()
  expect(refusePlace({ path: '1/2/' }, { path: '1/3/', state: 'retired' })).toBe('under-retired')
  expect(pathsAbove('1/2/7/')).toEqual(['1/', '1/2/'])
  expect([pathAbove('1/'), pathBelow('1/3/', '1/2/7/')]).toEqual(['', '1/3/7/'])
})

test('a sibling takes its place and the others keep their order', () => {
  const siblings = fc
    .uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1 })
    .map(ids => ids.map(String))
  fc.assert(
    fc.property(siblings, fc.nat(25), fc.option(fc.nat(25), { nil: undefined }), (ids, which, position) => {
      const id = ids[which % ids.length]!
      const placed = placeAmong(ids, id, position)
      expect([...placed].sort()).toEqual([...ids].sort())
      expect(placed.filter(other => other !== id)).toEqual(ids.filter(other => other !== id))
      expect(placed.indexOf(id)).toBe(Math.min(position ?? ids.length, ids.length - 1))
    }),
  )
  expect(placeAmong(['a', 'b'], 'new', 0)).toEqual(['new', 'a', 'b'])
})

test('no name is lost and none stands twice', () => {
  const name = fc.constantFrom(
    '省科协',
    '河南省科协',
    '洛阳市科协',
    '洛阳 市科协',
    'ＡＢ协会',
    'ab协会',
    '甲学会',
  )
  const names = fc.record({
    name,
    shortNames: fc.array(name, { maxLength: 4 }),
    formerNames: fc.array(name, { maxLength: 4 }),
  })
  const all = (of: { name: string; shortNames: readonly string[]; formerNames: readonly string[] }) =>
    [of.name, ...of.shortNames, ...of.formerNames].map(foldName)
  fc.assert(
    fc.property(names, names, name, (one, other, next) => {
      const changed = renamed(one, { name: next })
      const merged = mergedNames(settleNames(one), settleNames(other))
      expect(new Set(all(changed))).toEqual(new Set([...all(one), foldName(next)]))
      expect(new Set(all(merged))).toEqual(new Set([...all(one), ...all(other)]))
      for (const kept of [changed, merged]) expect(new Set(all(kept)).size).toBe(all(kept).length)
      expect([changed.name, merged.name]).toEqual([next, one.name])
    }),
  )
  expect(renamed({ name: '旧名', shortNames: [], formerNames: ['新名'] }, { name: '新名' })).toEqual({
    name: '新名',
    shortNames: [],
    formerNames: ['旧名'],
  })
})

test('names are made clean or refused', () => {
  expect(cleanName(' 洛阳市　科协\n')).toBe('洛阳市 科协')
  for (const bad of [
    '',
    ' ',
    '科',
    ' 科 ',
    '科\u0007协',
    '科\u202e协',
    '科\u200b协',
    '\ud800科协',
    '\ufffd科协',
  ])
    expect(cleanName(bad)).toBeNull()
})

test('a code is made of that of the unit above and the next number', () => {
  expect(nextCode('410300', [])).toBe('410300-001')
  expect(nextCode('410300', ['410300-007', '410300-x', '410300-008-001', '4103'])).toBe('410300-008')
  expect(nextCode('410300-001-001-001-001-001', ['U-999'])).toBe('410300-001-001-001-001-001-001')
  expect(nextCode('x'.repeat(27), ['U-999'])).toBe('U-1000')
})

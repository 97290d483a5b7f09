import { expect, it } from 'vitest'
import { changeOf, groupValuesOf, planStep, shift } from './group-values.ts'

const before = { ...groupValuesOf(null), name: '综合组', duties: '统筹', unitKinds: ['city' as const] }

it('of a change only what differs is sent', () => {
  expect(changeOf(before, before)).toEqual({})
  expect(changeOf(before, { ...before, name: ' 综合组 ', duties: ' ' })).toEqual({ duties: null })
  expect(changeOf(before, { ...before, kind: 'office', unitKinds: [] })).toEqual({
    kind: 'office',
    unitKinds: [],
  })
})

it('a member changes places, and stays at the ends', () => {
  expect(shift(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(shift(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(shift(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  expect(shift(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c'])
})

it('a group changes places with those of its own unit alone', () => {
  const rows = ['a1', 'a2', 'b1'].map(id => ({ id, unitId: id[0]! }))
  expect(planStep(rows, 'a2', -1)).toBe(0)
  expect(planStep(rows, 'a1', 1)).toBe(1)
  expect(planStep(rows, 'a2', 1)).toBeNull()
  expect(planStep(rows, 'b1', -1)).toBeNull()
})

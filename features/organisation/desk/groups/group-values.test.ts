import { expect, it } from 'vitest'
import { changeOf, groupValuesOf, shift } from './group-values.ts'

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

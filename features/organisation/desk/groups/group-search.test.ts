import { expect, it } from 'vitest'
import { groupQueryOf, readGroupSearch } from './group-search.ts'

const unit = '00000000-0000-4000-8000-000000000001'

it('reads what a person could have typed, and drops the rest', () => {
  expect(readGroupSearch({ q: ' 协调 ', kind: 'office', unit, only: 'true', page: '2', x: 1 })).toEqual({
    q: '协调',
    kind: 'office',
    unit,
    only: true,
    page: 2,
  })
  expect(readGroupSearch({ kind: 'club', unit: '1', only: 'no', page: '-1' })).toEqual({})
})

it('asks for groups of a unit with all below, or of the unit alone', () => {
  expect(groupQueryOf({ unit })).toEqual({ under: unit })
  expect(groupQueryOf({ unit, only: true })).toEqual({ unit })
  expect(groupQueryOf({ only: true, q: '办' })).toEqual({ q: '办' })
})

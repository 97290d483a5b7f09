import { expect, it } from 'vitest'
import { dropOn, moveIn, stepOf } from './placing.ts'

const items = ['a1', 'b1', 'b2', 'b3', 'c1'].map(id => ({ id, columnKey: id[0]! }))
const shown = (moved: readonly { id: string; columnKey: string }[]) =>
  moved.map(({ id, columnKey }) => `${columnKey}:${id}`).join(' ')

it('puts an item in front of another one, at the end of a column, or into an empty one', () => {
  expect(shown(moveIn(items, 'b3', { columnKey: 'b', before: 'b1' }))).toBe('a:a1 b:b3 b:b1 b:b2 c:c1')
  expect(shown(moveIn(items, 'a1', { columnKey: 'b', before: null }))).toBe('b:b1 b:b2 b:b3 b:a1 c:c1')
  expect(shown(moveIn(items, 'b1', { columnKey: 'd', before: null }))).toBe('a:a1 b:b2 b:b3 c:c1 d:b1')
  expect(moveIn(items, 'b1', { columnKey: 'b', before: 'b1' })).toEqual(items)
  expect(moveIn(items, 'gone', { columnKey: 'b', before: null })).toEqual(items)
})

it('steps up and down within a column and stops at its ends', () => {
  const step = (id: string, by: 1 | -1) => {
    const move = stepOf(items, id, by)
    return move && shown(moveIn(items, id, move))
  }
  expect(step('b1', 1)).toBe('a:a1 b:b2 b:b1 b:b3 c:c1')
  expect(step('b2', 1)).toBe('a:a1 b:b1 b:b3 b:b2 c:c1')
  expect(step('b3', -1)).toBe('a:a1 b:b1 b:b3 b:b2 c:c1')
  expect([step('b1', -1), step('b3', 1), step('a1', 1), step('gone', 1)]).toEqual([null, null, null, null])
})

it('drops an item where the list showed it', () => {
  const drop = (id: string, over: string) => {
    const move = dropOn(items, id, over)
    return move && shown(moveIn(items, id, move))
  }
  expect(drop('b1', 'b3')).toBe('a:a1 b:b2 b:b3 b:b1 c:c1')
  expect(drop('b3', 'b1')).toBe('a:a1 b:b3 b:b1 b:b2 c:c1')
  expect(drop('b1', 'b2')).toBe('a:a1 b:b2 b:b1 b:b3 c:c1')
  expect(drop('c1', 'b2')).toBe('a:a1 b:b1 b:c1 b:b2 b:b3')
  expect([drop('b1', 'b1'), drop('b1', 'gone')]).toEqual([null, null])
})

import { expect, test } from 'vitest'
import { actionsOfNeed, needActions, needAfter, needStates } from './need.flow.ts'

test('every pair of state and action leads where the table says', () => {
  const all = needStates.flatMap(state =>
    needActions.flatMap(action => {
      const next = needAfter(action, state)
      return next === null ? [] : [`${state} -${action}-> ${next}`]
    }),
  )
  expect(all).toEqual([
    'waiting -accept-> accepted',
    'waiting -merge-> merged',
    'waiting -decline-> declined',
    'waiting -forward-> waiting',
    'declined -reconsider-> waiting',
  ])
})

test('a reporter enters needs and decides none; what has an item is settled with it alone', () => {
  expect(actionsOfNeed('waiting', ['reporter'])).toEqual([])
  expect(actionsOfNeed('waiting', ['coordinator'])).toEqual(['accept', 'merge', 'decline', 'forward'])
  expect(actionsOfNeed('waiting', ['unit-lead'])).toEqual(['merge', 'decline', 'forward'])
  expect(actionsOfNeed('declined', ['unit-lead'])).toEqual(['reconsider'])
  for (const state of ['accepted', 'merged', 'settled'] as const)
    expect(actionsOfNeed(state, ['coordinator', 'unit-lead'])).toEqual([])
})

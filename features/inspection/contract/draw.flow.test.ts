import { expect, test } from 'vitest'
import { actionsOfDraw, drawActions, drawAfter, drawStates } from './draw.flow.ts'

test('every pair of state and action leads where the table says; nothing leads back', () => {
  const all = drawStates.flatMap(state =>
    drawActions.flatMap(action => {
      const next = drawAfter(action, state)
      return next === null ? [] : [`${state} -${action}-> ${next}`]
    }),
  )
  expect(all).toEqual([
    'preparing -edit-> preparing',
    'preparing -commit-> committed',
    'preparing -remove-> preparing',
    'committed -draw-> drawn',
    'committed -void-> void',
    'drawn -void-> void',
  ])
  expect(actionsOfDraw('void')).toEqual([])
})

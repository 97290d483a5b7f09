import { expect, test } from 'vitest'
import { type ItemState, itemStates } from '../../../contract/index.ts'
import { stepsBetween, stepTo } from './board-steps.ts'

test('every neighbouring column is one step away', () => {
  const way: ItemState[] = [
    'draft',
    'review',
    'ready',
    'dispatched',
    'doing',
    'feedback',
    'closed',
    'settled',
  ]
  expect(way.slice(1).map((to, at) => stepsBetween(way[at]!, to))).toEqual([
    ['submit'],
    ['approve'],
    ['dispatch'],
    ['acknowledge'],
    ['feedback'],
    ['close'],
    ['settle'],
  ])
})

test('back goes only what the flow lets go back', () => {
  expect(stepsBetween('review', 'draft')).toEqual(['reject'])
  expect(stepsBetween('dispatched', 'ready')).toEqual(['decline'])
  expect(stepsBetween('feedback', 'doing')).toEqual(['return'])
  expect(stepsBetween('closed', 'doing')).toEqual(['reopen'])
  expect(stepsBetween('doing', 'draft')).toEqual([])
  for (const state of itemStates) expect(stepsBetween(state, state)).toEqual([])
})

test('no program closes an item for somebody who drags it', () => {
  expect(stepsBetween('doing', 'closed')).toEqual([])
})

test('a step that is not the caller’s is named, so that it can be said why', () => {
  expect(stepTo({ state: 'feedback', actions: ['close'] }, 'closed')).toEqual({ action: 'close', may: true })
  expect(stepTo({ state: 'feedback', actions: [] }, 'closed')).toEqual({ action: 'close', may: false })
  expect(stepTo({ state: 'draft', actions: ['dispatch'] }, 'closed')).toBeNull()
})

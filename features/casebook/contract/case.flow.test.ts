import { expect, test } from 'vitest'
import { actionsOfCase, caseActions, caseAfter, caseStates } from './case.flow.ts'

test('every pair of state and action leads where the table says', () => {
  const all = caseStates.flatMap(state =>
    caseActions.flatMap(action => {
      const next = caseAfter(action, state)
      return next === null ? [] : [`${state} -${action}-> ${next}`]
    }),
  )
  expect(all).toEqual([
    'draft -edit-> draft',
    'draft -approve-> approved',
    'draft -remove-> draft',
    'approved -amend-> approved',
    'approved -reopen-> draft',
    'approved -publish-> public',
    'public -amend-> public',
    'public -withdraw-> approved',
  ])
})

test('an editor words drafts and publishes, and neither approves nor changes what is approved', () => {
  expect(actionsOfCase('draft', ['editor'])).toEqual(['edit', 'remove'])
  expect(actionsOfCase('draft', ['reviser'])).toEqual(['edit', 'approve', 'remove'])
  expect(actionsOfCase('approved', ['editor'])).toEqual(['publish'])
  expect(actionsOfCase('public', ['reporter'])).toEqual([])
})

import { expect, it } from 'vitest'
import {
  actionsOfErratum,
  type ErratumAction,
  erratumActions,
  erratumFlow,
  erratumRefusal,
  erratumStates,
} from './index.ts'

const roleSets = [[], ['editor'], ['reviser'], ['signatory'], ['editor', 'signatory'], ['reporter']]
const lasts = ['editor', 'reviser', 'signatory']

it('walks every state, action, role and last step: what the table does not name is refused', () => {
  for (const state of erratumStates)
    for (const action of erratumActions)
      for (const last of lasts)
        for (const roles of roleSets)
          for (const reprinted of [false, true]) {
            const refused = erratumRefusal(action, { state, last, reprinted, roles })
            const from: readonly string[] = erratumFlow[action].from
            const approves = roles.includes('signatory') || roles.includes(last)
            const { by } = erratumFlow[action]
            const held = { editor: roles.includes('editor'), last: approves, either: false }
            const theirs = by === 'either' ? held.editor || held.last : held[by]
            const now = from.includes(state) && !(action === 'reprint' && reprinted)
            expect(refused, `${action} ${state} ${roles.join()} ${last}`).toBe(
              theirs ? (now ? null : 'state') : 'role',
            )
          }
})

const of = (state: (typeof erratumStates)[number], roles: string[], reprinted = false): ErratumAction[] =>
  actionsOfErratum({ state, last: 'signatory', reprinted, roles })

it('is written by editors, approved by who signs, published by either, and stands then', () => {
  expect(of('draft', ['editor'])).toEqual(['edit', 'drop'])
  expect(of('draft', ['signatory'])).toEqual(['approve'])
  expect(of('approved', ['editor'])).toEqual(['publish', 'drop'])
  expect(of('approved', ['signatory'])).toEqual(['return', 'publish'])
  expect(of('published', ['editor'])).toEqual(['reprint'])
  expect(of('published', ['editor'], true)).toEqual([])
  expect(of('dropped', ['editor', 'signatory'])).toEqual([])
  for (const state of erratumStates) expect(of(state, ['reporter', 'reviser'])).toEqual([])
})

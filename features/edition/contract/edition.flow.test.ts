import { expect, it } from 'vitest'
import {
  actionsOfEdition,
  type ChainStep,
  type EditionAction,
  editionActions,
  editionFlow,
  editionRefusal,
  editionStates,
} from './index.ts'

const chain: ChainStep[] = [
  { key: 'revise', name: '核稿', role: 'reviser', edits: true },
  { key: 'check', name: '审核', role: 'editor', edits: false },
  { key: 'sign', name: '签发', role: 'signatory', edits: false },
]
const everybody = ['editor', 'reviser', 'signatory']

it('allows nothing to those without a post in the unit, and the program alone to finish', () => {
  for (const state of editionStates)
    for (const step of chain.keys()) {
      expect(actionsOfEdition({ state, chain, step, roles: [] })).toEqual([])
      expect(actionsOfEdition({ state, chain, step, roles: everybody })).not.toContain('freeze')
    }
})

it('walks every state and action: what the table does not name is refused', () => {
  for (const action of editionActions)
    for (const state of editionStates)
      for (const step of chain.keys()) {
        const refused = editionRefusal(action, { state, chain, step, roles: everybody })
        const from: readonly string[] = editionFlow[action].from
        if (!from.includes(state)) expect(refused, `${action} ${state}`).not.toBeNull()
      }
})

const at = (step: number, roles: string[]): EditionAction[] =>
  actionsOfEdition({ state: 'signing', chain, step, roles })

it('gives each step to its role: only the last one signs, only where the step may mend are texts changed', () => {
  expect(at(0, ['reviser'])).toEqual(['edit', 'pass', 'return'])
  expect(at(0, ['editor'])).toEqual(['recall'])
  expect(at(1, ['editor'])).toEqual(['recall', 'pass', 'return'])
  expect(at(1, ['reviser'])).toEqual([])
  expect(at(2, ['signatory'])).toEqual(['return', 'sign', 'force'])
  expect(at(0, ['signatory'])).toEqual(['force'])
})

it('lets a chain of one step sign at once', () => {
  const one = [{ key: 'sign', name: '签发', role: 'editor', edits: true }] as const
  expect(actionsOfEdition({ state: 'signing', chain: one, step: 0, roles: ['editor'] })).toEqual([
    'edit',
    'recall',
    'return',
    'sign',
  ])
})

it('leaves what is signed, issued or void to nobody', () => {
  for (const state of ['signed', 'issued', 'void'] as const)
    expect(actionsOfEdition({ state, chain, step: 0, roles: everybody })).toEqual([])
})

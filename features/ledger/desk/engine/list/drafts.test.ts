import { expect, test } from 'vitest'
import type { LedgerItemRow } from '../../../contract/index.ts'
import { callsOf, drafted, editable, wantsWords } from './drafts.ts'

const row = (actions: LedgerItemRow['actions']) =>
  ({ id: 'i', dueDay: '2026-06-30', ownerId: null, percent: 10, actions }) as unknown as LedgerItemRow

test('what is put back as it was is no change', () => {
  const amended = row(['amend'])
  const draft = drafted(undefined, amended, { dueDay: '2026-07-01' })!
  expect(draft.facts).toEqual({ dueDay: '2026-07-01' })
  expect(drafted(draft, amended, { dueDay: '2026-06-30' })).toBeNull()
  expect(drafted(draft, amended, { percent: 10 })?.facts).toEqual({ dueDay: '2026-07-01' })
})

test('each change goes the way its caller has: editing, amending with a reason, handing over, progress', () => {
  const facts = { dueDay: '2026-07-01', owner: { id: 'p', name: '张三' } }
  const both = (actions: LedgerItemRow['actions']) => drafted(undefined, row(actions), facts)!
  expect(callsOf(both(['edit']), '因故')).toEqual([
    { method: 'PATCH', path: '/api/ledger-items/i', body: { facts: { dueDay: '2026-07-01', ownerId: 'p' } } },
  ])
  expect(wantsWords(both(['edit']))).toBe(false)
  expect(callsOf(both(['amend', 'hand']), '因故')).toEqual([
    {
      method: 'POST',
      path: '/api/ledger-items/i/amend',
      body: { facts: { dueDay: '2026-07-01', ownerId: 'p' }, words: '因故' },
    },
  ])
  const lead = drafted(undefined, row(['hand', 'progress']), {
    owner: { id: 'p', name: '张三' },
    percent: 60,
  })!
  expect(callsOf(lead, '过半').map(({ path }) => path)).toEqual([
    '/api/ledger-items/i/hand',
    '/api/ledger-items/i/progress',
  ])
  expect(wantsWords(drafted(undefined, row(['hand']), { owner: null, percent: 10 }) ?? lead)).toBe(true)
})

test('nothing is offered that the caller may not do', () => {
  expect(editable(row(['acknowledge']))).toEqual([])
  expect(editable(row(['hand', 'progress']))).toEqual(['owner', 'percent'])
})

import { describe, expect, it } from 'vitest'
import {
  actionsOfItem,
  type ItemAction,
  type ItemStanding,
  type ItemState,
  itemActions,
  itemFlow,
  itemRefusal,
  itemStates,
  openStates,
  stateAfter,
} from './item.flow.ts'
import { ordinaryRules } from './ledger-rules.schema.ts'

const everything = ['reporter', 'unit-lead', 'coordinator', 'inspector']
const standing = (more: Partial<ItemStanding> = {}): ItemStanding => ({
  state: 'doing',
  rules: ordinaryRules.rectification,
  part: true,
  submittedBy: 'somebody else',
  personId: 'me',
  atKeeper: everything,
  atUnit: everything,
  flagged: true,
  asked: false,
  evidence: 1,
  openParts: 0,
  today: '2026-03-01',
  dueDay: '2026-03-09',
  ...more,
})
/** What somebody who may do everything does in each state. */
const table: Readonly<Record<ItemState, readonly ItemAction[]>> = {
  draft: ['edit', 'submit', 'cancel'],
  review: ['approve', 'reject', 'cancel', 'amend'],
  ready: ['dispatch', 'cancel', 'amend'],
  dispatched: ['acknowledge', 'decline', 'hand', 'extend', 'cancel', 'amend'],
  doing: ['hand', 'decompose', 'progress', 'prove', 'extend', 'feedback', 'cancel', 'amend'],
  feedback: ['hand', 'prove', 'return', 'close', 'cancel', 'amend'],
  closed: ['settle', 'reopen', 'unflag'],
  settled: ['reopen', 'unflag'],
  cancelled: [],
}

describe('every state and every action', () => {
  it.each(itemStates)('%s', state => {
    expect(new Set(actionsOfItem(standing({ state })))).toEqual(new Set(table[state]))
    for (const action of itemActions)
      if (!table[state].includes(action))
        expect(['state', 'role']).toContain(itemRefusal(action, standing({ state })))
  })

  it('nobody without a post here does anything, and the program’s deed is no person’s', () => {
    for (const state of itemStates) {
      expect(actionsOfItem(standing({ state, atKeeper: [], atUnit: [] }))).toEqual([])
      expect(itemRefusal('conclude', standing({ state }))).toBe('role')
    }
  })

  it('is divided between keeper and unit: neither does the other’s part', () => {
    const [keeper, unit] = [
      { atKeeper: ['coordinator'], atUnit: [] },
      { atKeeper: [], atUnit: ['unit-lead'] },
    ]
    for (const state of itemStates)
      for (const action of itemActions) {
        const ofUnit = ['unit', 'lead'].includes(itemFlow[action].by)
        expect(itemRefusal(action, standing({ state, ...(ofUnit ? keeper : unit) }))).toBe('role')
      }
  })

  it('a lead above keeps parts, and no whole item', () => {
    const lead = { atKeeper: ['unit-lead'], atUnit: [], state: 'feedback' } as const
    expect(itemRefusal('close', standing(lead))).toBeNull()
    expect(itemRefusal('close', standing({ ...lead, part: false }))).toBe('role')
  })
})

describe('what stands in the way', () => {
  it('is missing proof, an open part, one’s own proposal, a past deadline, a wish that waits', () => {
    for (const [action, state] of [
      ['feedback', 'doing'],
      ['close', 'feedback'],
    ] as const) {
      expect(itemRefusal(action, standing({ state, evidence: 0 }))).toBe('evidence')
      expect(itemRefusal(action, standing({ state, openParts: 1 }))).toBe('parts')
    }
    expect(itemRefusal('approve', standing({ state: 'review', submittedBy: 'me' }))).toBe('own')
    expect(itemRefusal('extend', standing({ today: '2026-03-10' }))).toBe('late')
    expect(itemRefusal('extend', standing({ today: '2026-03-09' }))).toBeNull()
    expect(itemRefusal('extend', standing({ asked: true }))).toBe('waiting')
    expect(itemRefusal('decide', standing({ asked: true }))).toBeNull()
  })
})

describe('steps that a ledger leaves out', () => {
  const { rectification } = ordinaryRules
  const rules = { ...rectification, steps: { review: false, acknowledge: false, recheckDays: null } }
  it('are passed by', () => {
    expect(actionsOfItem(standing({ state: 'draft', rules }))).toEqual(['edit', 'dispatch', 'cancel'])
    expect(stateAfter('dispatch', 'draft', rules)).toBe('doing')
    expect(stateAfter('dispatch', 'ready', rectification)).toBe('dispatched')
    expect(itemRefusal('settle', standing({ state: 'closed', rules }))).toBe('state')
  })
})

it('no way leads to closed but through proof', () => {
  for (const action of itemActions)
    if (stateAfter(action, 'doing', ordinaryRules.work) === 'closed')
      expect(itemFlow[action]).toMatchObject({ evidence: true })
  for (const state of openStates) expect(itemRefusal('settle', standing({ state }))).toBe('state')
})

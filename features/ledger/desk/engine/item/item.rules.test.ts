import { describe, expect, it, test } from 'vitest'
import { type ItemState, itemStates, type LedgerItem, ordinaryRules } from '../../../contract/index.ts'
import { daysOf } from './item.days.ts'
import { deedsOf } from './item.deeds.ts'
import { spansOf } from './item.lights.ts'
import { missingOf, partDone } from './item.progress.ts'
import { againOf, wayOf } from './item.steps.ts'
import { localDayOf } from './local-day.ts'

const step = (action: string, at: string) => ({
  ...{ at, action, state: 'doing' as const, byName: '甲', words: null, details: null },
})
const base = {
  state: 'doing' as ItemState,
  rules: ordinaryRules.rectification,
  steps: [step('dispatch', '2026-03-02T01:00:00Z'), step('propose', '2026-03-01T01:00:00Z')],
  reviewedAt: '2026-03-01T02:00:00Z',
  dispatchedAt: '2026-03-02T01:00:00Z',
  acknowledgedAt: '2026-03-03T01:00:00Z',
  fedBackAt: null,
  closedAt: null,
  settledAt: null,
  recheckDay: null,
}
const brief = (item: Parameters<typeof wayOf>[0]) =>
  wayOf(item)
    .map(({ stop, state }) => `${stop}:${state}`)
    .join(' ')

describe('the way of an item', () => {
  it('has a step for each the ledger takes, with its time when it was taken', () => {
    expect(brief(base)).toBe(
      'propose:done review:done dispatch:done acknowledge:done work:here feedback:ahead verify:ahead close:ahead recheck:ahead',
    )
    expect(wayOf(base)[0]).toEqual({ stop: 'propose', state: 'done', at: '2026-03-01T01:00:00Z' })
  })
  it('leaves out what the ledger leaves out', () => {
    expect(brief({ ...base, rules: ordinaryRules.work })).toBe(
      'propose:done dispatch:done work:here close:ahead',
    )
  })
  it('ends where nothing is left to do, and tells the day of the recheck before', () => {
    const closed = {
      ...base,
      state: 'closed' as const,
      closedAt: '2026-04-01T01:00:00Z',
      recheckDay: '2026-05-01',
    }
    expect(wayOf(closed).at(-1)).toEqual({ stop: 'recheck', state: 'here', at: '2026-05-01' })
    expect(wayOf({ ...closed, state: 'settled' }).every(({ state }) => state === 'done')).toBe(true)
    expect(brief({ ...closed, rules: ordinaryRules.work })).toBe(
      'propose:done dispatch:done work:done close:done',
    )
  })
  it('stops where a cancelled item stopped', () => {
    const cancelled = { ...base, state: 'cancelled' as const, acknowledgedAt: null }
    expect(brief(cancelled)).toMatch(/^propose:done review:done dispatch:done acknowledge:ahead work:ahead/)
  })
  it('stands at exactly one step in every state that is not at its end', () => {
    for (const state of itemStates) {
      const here = wayOf({ ...base, state }).filter(one => one.state === 'here').length
      expect([state, here]).toEqual([state, state === 'settled' || state === 'cancelled' ? 0 : 1])
    }
  })
  it('knows why work goes on: returned or reopened, not for the first time', () => {
    expect(againOf(base)).toBe(null)
    const returned = [step('return', '2026-03-05T01:00:00Z'), ...base.steps]
    expect(againOf({ state: 'doing', steps: returned })).toBe('return')
    expect(againOf({ state: 'feedback', steps: returned })).toBe(null)
    const reopened = [step('reopen', '2026-06-01T01:00:00Z'), ...returned]
    expect(againOf({ state: 'doing', steps: reopened })).toBe('reopen')
  })
})

describe('the days an item has', () => {
  const dated = {
    ...{ state: 'doing' as ItemState, dueDay: '2026-03-10', today: '2026-03-05', workingDaysLeft: 3 },
    ...{ fedBackAt: null as string | null, summary: null, dayOf: localDayOf },
  }
  it.each([
    [dated, { key: 'daysLeft', count: 3 }],
    [
      { ...dated, today: '2026-03-10', workingDaysLeft: 0 },
      { key: 'daysToday', count: 0 },
    ],
    [
      { ...dated, today: '2026-03-15', workingDaysLeft: -3 },
      { key: 'daysBehind', count: 5 },
    ],
    [
      { ...dated, today: '2026-03-08', workingDaysLeft: 0 },
      { key: 'daysNoWork', count: 2 },
    ],
    // The clock stands still for what was fed back.
    [
      { ...dated, state: 'feedback' as const, fedBackAt: '2026-03-10T15:00:00Z', today: '2026-04-01' },
      { key: 'daysWaitingInTime', count: 0 },
    ],
    [
      { ...dated, state: 'feedback' as const, fedBackAt: '2026-03-10T16:30:00Z', today: '2026-04-01' },
      { key: 'daysWaitingLate', count: 1 },
    ],
    [{ ...dated, state: 'draft' as const }, null],
    [{ ...dated, state: 'cancelled' as const }, null],
  ])('%#', (item, said) => {
    expect(daysOf(item)).toEqual(said)
  })
})

test('a light lasts until the day before the next, the last one until today; none is no span', () => {
  const lights: LedgerItem['lights'] = [
    { fromDay: '2026-03-10', light: null },
    { fromDay: '2026-03-01', light: 'green' },
    { fromDay: '2026-03-08', light: 'blue' },
  ]
  expect(spansOf({ lights, today: '2026-04-01' })).toEqual([
    { light: 'green', from: '2026-03-01', to: '2026-03-07', days: 7 },
    { light: 'blue', from: '2026-03-08', to: '2026-03-09', days: 2 },
  ])
  expect(spansOf({ lights: lights.slice(2), today: '2026-03-08' })).toMatchObject([{ days: 1 }])
})

test('only a measure of the campaign is counted; what is in words of its own goes by the percentage', () => {
  const counted = { target: { measure: 'people', value: 300, unit: '人' }, reached: 120, percent: 90 }
  expect([partDone(counted), missingOf(counted)]).toEqual([0.4, 180])
  const own = { ...counted, target: { ...counted.target, measure: null } }
  expect([partDone(own), missingOf(own)]).toEqual([0.9, 0])
  expect([partDone({ ...counted, target: null }), partDone({ ...counted, reached: 999 })]).toEqual([0.9, 1])
})

describe('the big button', () => {
  const standing = {
    ...{ state: 'doing' as ItemState, evidence: 0, openParts: 0, percent: 0, target: null, reached: 0 },
    ...{ recheckDay: null, today: '2026-03-05', flag: null, hindered: [] },
    actions: ['hand', 'decompose', 'progress', 'prove', 'extend', 'feedback'] as LedgerItem['actions'],
  }
  it('is the progress until all is done and proven, then the feedback', () => {
    expect(deedsOf(standing)).toMatchObject({ main: 'progress', second: 'feedback' })
    expect(deedsOf({ ...standing, percent: 100, evidence: 1 })).toMatchObject({
      main: 'feedback',
      second: 'progress',
    })
    expect(deedsOf({ ...standing, percent: 100 }).main).toBe('progress')
  })
  it('never holds what is not the caller’s; what has a place of its own is in no menu', () => {
    const { main, second, rest } = deedsOf({ ...standing, actions: ['prove', 'cancel', 'amend'] })
    expect([main, second, rest]).toEqual([null, null, ['amend', 'cancel']])
  })
  it('offers the closed form of more time, which says why', () => {
    const hindered: LedgerItem['hindered'] = [{ action: 'extend', why: 'late' }]
    expect(deedsOf({ ...standing, actions: ['progress'], hindered }).rest).toEqual(['extend'])
  })
  it('settles when the day of the recheck has come, and looks at a flag first', () => {
    const closed = {
      ...standing,
      state: 'closed' as const,
      actions: ['settle', 'reopen', 'unflag'] as LedgerItem['actions'],
      recheckDay: '2026-03-05',
    }
    expect(deedsOf(closed).main).toBe('settle')
    expect(deedsOf({ ...closed, recheckDay: '2026-03-06' }).main).toBe(null)
    expect(deedsOf({ ...closed, flag: 'evidence' }).main).toBe('unflag')
  })
})

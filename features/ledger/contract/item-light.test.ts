import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ItemState, itemStates } from './item.flow.ts'
import { type LightDays, lightOfItem, lightsSince } from './item-light.ts'

const dayOf = (no: number): string =>
  new Date(Date.UTC(2026, 0, 1) + no * 86_400_000).toISOString().slice(0, 10)
const day = fc.integer({ min: 0, max: 60 })
const item = fc
  .record({
    state: fc.constantFrom<ItemState>(...itemStates),
    due: day,
    near: fc.integer({ min: 0, max: 10 }),
    milestone: fc.option(day),
    fedBack: fc.option(day),
  })
  .map(
    ({ state, due, near, milestone, fedBack }): LightDays => ({
      state,
      dueDay: dayOf(due),
      nearDay: dayOf(due - near),
      milestoneDay: milestone === null ? null : dayOf(milestone),
      fedBackDay: state === 'feedback' && fedBack !== null ? dayOf(fedBack) : null,
    }),
  )

it('is red behind the deadline, yellow behind a milestone, blue near the deadline, else green', () => {
  const days = {
    state: 'doing',
    dueDay: dayOf(20),
    nearDay: dayOf(17),
    milestoneDay: dayOf(10),
    fedBackDay: null,
  } as const
  const on = (no: number, more: Partial<LightDays> = {}) => lightOfItem({ ...days, ...more }, dayOf(no))
  expect([9, 10, 11, 17, 20, 21].map(no => on(no))).toEqual([
    'green',
    'green',
    'yellow',
    'yellow',
    'yellow',
    'red',
  ])
  expect([16, 17, 20, 21].map(no => on(no, { milestoneDay: null }))).toEqual(['green', 'blue', 'blue', 'red'])
  expect(on(40, { state: 'feedback', fedBackDay: dayOf(12), milestoneDay: null })).toBe('green')
  expect(on(40, { state: 'feedback', fedBackDay: dayOf(21), milestoneDay: null })).toBe('red')
  for (const state of ['draft', 'review', 'ready', 'closed', 'settled', 'cancelled'] as const)
    expect(on(40, { state })).toBeNull()
})

it('never brightens by itself: of what nobody touches it only gets worse', () => {
  const rank = ['green', 'blue', 'yellow', 'red']
  fc.assert(
    fc.property(item, day, fc.integer({ min: 0, max: 20 }), (days, from, more) => {
      const [before, after] = [lightOfItem(days, dayOf(from)), lightOfItem(days, dayOf(from + more))]
      if (before !== null) expect(rank.indexOf(after!)).toBeGreaterThanOrEqual(rank.indexOf(before))
    }),
  )
})

it('its reckoned history is what looking at it every day would have shown', () => {
  fc.assert(
    fc.property(item, day, fc.integer({ min: 0, max: 70 }), (days, from, more) => {
      const [since, today] = [dayOf(from), dayOf(from + more)]
      const before = lightOfItem(days, since)
      const seen: { fromDay: string; light: ReturnType<typeof lightOfItem> }[] = []
      for (let no = from + 1; no <= from + more; no++) {
        const light = lightOfItem(days, dayOf(no))
        if (light !== (seen.at(-1)?.light ?? before)) seen.push({ fromDay: dayOf(no), light })
      }
      expect(lightsSince(days, { since, before, today })).toEqual(seen)
    }),
  )
})

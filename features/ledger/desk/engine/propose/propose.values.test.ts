import { expect, it, test } from 'vitest'
import { emptyValues, factsOf, oneUnitOf, proposeFaults, unitsOf } from './propose.values.ts'

const unit = { id: 'u1', name: '洛阳市科协', kind: 'city' as const }
const whole = { ...emptyValues, ledgerId: 'l1', title: '补齐记录', dueDay: '2026-05-01', units: [unit] }

it('says all that is missing, in the order of the form', () => {
  expect(proposeFaults(emptyValues, true)).toEqual(['ledger', 'title', 'due', 'units'])
  expect(proposeFaults(whole, true)).toEqual([])
  // A draft that is there has its ledger and its unit.
  expect(proposeFaults({ ...emptyValues, title: '补齐记录', dueDay: '2026-05-01' }, false)).toEqual([])
})

test.each([
  [{ startDay: '2026-05-02' }, ['dueBehindStart']],
  [{ targetKind: 'own' as const, targetValue: 3 }, ['target']],
  [{ targetKind: 'measure' as const, targetValue: 3, targetUnit: '人' }, ['target']],
  [{ targetKind: 'own' as const, targetValue: 0, targetUnit: '人' }, ['target']],
  [{ milestones: [{ name: '', day: '2026-04-01' }] }, ['milestones']],
  [{ milestones: [{ name: '摸底', day: '2026-05-02' }] }, ['milestoneDays']],
  [{ unitsBy: 'below' as const }, ['units']],
])('%o', (change, faults) => {
  expect(proposeFaults({ ...whole, ...change }, true)).toEqual(faults)
})

it('sends a target in words of its own without a measure, and an owner of one unit by account', () => {
  const values = {
    ...whole,
    ...{ targetKind: 'own' as const, targetMeasure: 'people', targetValue: 3, targetUnit: ' 个 ' },
    ...{ owner: { id: 'p1', name: '张三' }, ownerName: '李四' },
  }
  expect(factsOf(values, true)).toMatchObject({
    target: { measure: null, value: 3, unit: '个' },
    ownerId: 'p1',
  })
  expect(factsOf(values, false)).toMatchObject({ ownerName: '李四' })
  expect(oneUnitOf({ ...values, units: [unit, unit] })).toBe(null)
})

it('means units one by one, or all of some kinds below one', () => {
  expect(unitsOf(whole)).toEqual({ ids: ['u1'] })
  const below = { ...whole, unitsBy: 'below' as const, under: unit, kinds: ['county'] }
  expect(unitsOf(below)).toEqual({ under: 'u1', kinds: ['county'] })
  expect(unitsOf({ ...below, itself: true })).toMatchObject({ itself: true })
})

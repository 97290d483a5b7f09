import { expect, it } from 'vitest'
import { periodChoices, usualPeriod } from './period-choices.ts'

const campaign = { from: '2025-11-15', to: '2026-12-31' }
const values = (span: 'month' | 'quarter', today: string) =>
  periodChoices(campaign, span, today).map(({ value }) => value)

it('offers the periods of the campaign that have begun, the newest first', () => {
  expect(values('month', '2026-02-01')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
  expect(values('quarter', '2026-04-30')).toEqual(['2026-Q2', '2026-Q1', '2025-Q4'])
  expect(values('quarter', '2028-01-01')[0]).toBe('2026-Q4')
  expect(values('month', '2025-01-01')).toEqual([])
})

it('proposes the last one that is over', () => {
  expect(usualPeriod(periodChoices(campaign, 'month', '2026-02-10'), '2026-02-10')).toBe('2026-01')
  expect(usualPeriod(periodChoices(campaign, 'quarter', '2026-03-31'), '2026-03-31')).toBe('2025-Q4')
  expect(usualPeriod(periodChoices(campaign, 'month', '2025-11-20'), '2025-11-20')).toBe('2025-11')
  expect(usualPeriod([], '2026-01-01')).toBeUndefined()
})

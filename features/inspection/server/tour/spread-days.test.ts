import { expect, test } from 'vitest'
import { spreadDays } from './spread-days.ts'

test('visits are spread over the days in their order, none outside', () => {
  expect(spreadDays('2026-12-01', '2026-12-02', 5)).toEqual([
    ...['2026-12-01', '2026-12-01', '2026-12-01'],
    ...['2026-12-02', '2026-12-02'],
  ])
  expect(spreadDays('2026-12-30', '2027-01-30', 3)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01'])
  expect(spreadDays('2026-12-01', '2026-12-01', 2)).toEqual(['2026-12-01', '2026-12-01'])
})

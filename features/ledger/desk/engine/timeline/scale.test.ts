import { expect, test } from 'vitest'
import { daysBetween, placeOf, scaleOf, spanOf } from './scale.ts'

test('weeks begin on Monday, months on their first day, and today is always in sight', () => {
  const weeks = scaleOf(['2026-05-06', '2026-06-30'], '2026-05-20', 'week')
  expect(weeks.from).toBe('2026-05-04')
  expect(weeks.ticks.every(({ day }) => new Date(day).getUTCDay() === 1)).toBe(true)
  const months = scaleOf(['2026-05-06', '2026-06-30'], '2026-08-20', 'month')
  expect(months.ticks.map(({ day }) => day)).toEqual([
    '2026-05-01',
    '2026-06-01',
    '2026-07-01',
    '2026-08-01',
    '2026-09-01',
  ])
  expect(months.to >= '2026-08-20').toBe(true)
})

test('a bar reaches from the morning of its first to the evening of its last day', () => {
  const scale = scaleOf(['2026-05-04', '2026-05-10'], '2026-05-06', 'week')
  expect(spanOf(scale, '2026-05-05', '2026-05-06')).toEqual({ left: scale.dayPx, width: 2 * scale.dayPx })
  expect(spanOf(scale, '2026-05-05', '2026-05-05').width).toBe(scale.dayPx)
})

test('what lies far away is cut at the edge', () => {
  const scale = scaleOf(['1999-01-01', '2090-01-01'], '2026-05-06', 'month')
  expect(daysBetween(scale.from, scale.to)).toBeLessThan(800)
  expect(placeOf(scale, '1999-01-01')).toBe(0)
  expect(placeOf(scale, '2090-01-01')).toBe(scale.width)
})

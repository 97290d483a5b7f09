import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutPeriods } from './cut-periods.ts'
import { periodState } from './period-state.ts'

const name = '每月一学'

test('months keep numbers of the calendar, are due after their end and close after that', () => {
  const deadline = { every: 'month', from: '2026-11', to: '2027-02', dueDays: 5 } as const
  expect(cutPeriods({ name, deadline, lockAfterDays: 10 }, '2026-01-01')).toEqual([
    {
      no: 202611,
      name: '2026年11月',
      fromDay: '2026-11-01',
      toDay: '2026-11-30',
      dueDay: '2026-12-05',
      lockDay: '2026-12-16',
    },
    {
      no: 202612,
      name: '2026年12月',
      fromDay: '2026-12-01',
      toDay: '2026-12-31',
      dueDay: '2027-01-05',
      lockDay: '2027-01-16',
    },
    {
      no: 202701,
      name: '2027年1月',
      fromDay: '2027-01-01',
      toDay: '2027-01-31',
      dueDay: '2027-02-05',
      lockDay: '2027-02-16',
    },
    {
      no: 202702,
      name: '2027年2月',
      fromDay: '2027-02-01',
      toDay: '2027-02-28',
      dueDay: '2027-03-05',
      lockDay: '2027-03-16',
    },
  ])
})

test('quarters are those of the calendar, as far as they are asked for', () => {
  const deadline = { every: 'quarter', from: '2026-02', to: '2026-07', dueDays: 0 } as const
  expect(cutPeriods({ name, deadline }, '2026-01-01')).toEqual([
    {
      no: 20261,
      name: '一季度',
      fromDay: '2026-02-01',
      toDay: '2026-03-31',
      dueDay: '2026-03-31',
      lockDay: null,
    },
    {
      no: 20262,
      name: '二季度',
      fromDay: '2026-04-01',
      toDay: '2026-06-30',
      dueDay: '2026-06-30',
      lockDay: null,
    },
    {
      no: 20263,
      name: '三季度',
      fromDay: '2026-07-01',
      toDay: '2026-07-31',
      dueDay: '2026-07-31',
      lockDay: null,
    },
  ])
})

test('a task done once is one period, from its own day or where its stage begins', () => {
  const once = (deadline: { day: string; from?: string }, from = '2026-02-01') =>
    cutPeriods({ name, deadline, lockAfterDays: 0 }, from)[0]
  expect(once({ day: '2026-02-20' })).toEqual({
    no: 1,
    name,
    fromDay: '2026-02-01',
    toDay: '2026-02-20',
    dueDay: '2026-02-20',
    lockDay: '2026-02-21',
  })
  expect(once({ day: '2026-02-20', from: '2026-01-05' })?.fromDay).toBe('2026-01-05')
  expect(once({ day: '2026-01-20' })?.fromDay).toBe('2026-01-20')
})

const months = fc.integer({ min: 2000 * 12, max: 2100 * 12 })
const iso = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

test('periods follow one another without gap or overlap, whatever the rhythm', () => {
  fc.assert(
    fc.property(
      months,
      fc.nat(36),
      fc.constantFrom('month', 'quarter'),
      fc.nat(60),
      (first, count, every, dueDays) => {
        const deadline = { every, from: iso(first), to: iso(first + count), dueDays } as const
        const periods = cutPeriods({ name, deadline }, '2000-01-01')
        expect(periods[0]!.fromDay).toBe(`${iso(first)}-01`)
        expect(periods.at(-1)!.toDay.slice(0, 7)).toBe(iso(first + count))
        periods.slice(1).forEach((period, at) => {
          const before = new Date(`${periods[at]!.toDay}T00:00:00Z`)
          before.setUTCDate(before.getUTCDate() + 1)
          expect(period.fromDay).toBe(before.toISOString().slice(0, 10))
          expect(period.no).toBeGreaterThan(periods[at]!.no)
        })
        for (const { toDay, dueDay } of periods)
          expect((Date.parse(dueDay) - Date.parse(toDay)) / 86_400_000).toBe(dueDays)
      },
    ),
  )
})

test('a period comes, is open, is late, is locked, and is open again for whom it was opened', () => {
  const days = { fromDay: '2026-03-01', dueDay: '2026-03-31', lockDay: '2026-04-11' }
  const state = (today: string, openUntil: string | null = null) => periodState({ ...days, openUntil }, today)
  expect(
    ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01', '2026-04-10', '2026-04-11'].map(day =>
      state(day),
    ),
  ).toEqual(['coming', 'open', 'open', 'late', 'late', 'locked'])
  expect([state('2026-04-20', '2026-04-20'), state('2026-04-21', '2026-04-20')]).toEqual(['late', 'locked'])
  expect(periodState({ ...days, lockDay: null }, '2030-01-01')).toBe('late')
})

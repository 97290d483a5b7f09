import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import {
  addWorkingDays,
  holidaysKnown,
  isWorkingDay,
  localDay,
  localInstant,
  localTime,
  nextDay,
  workingDaysBetween,
} from './index.ts'

/** From the notices of the State Council: first and last day off, and the weekends worked instead. */
const notices = {
  2021: {
    off: [
      '01-01 01-03',
      '02-11 02-17',
      '04-03 04-05',
      '05-01 05-05',
      '06-12 06-14',
      '09-19 09-21',
      '10-01 10-07',
    ],
    worked: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
    working: 250,
  },
  2026: {
    off: [
      '01-01 01-03',
      '02-15 02-23',
      '04-04 04-06',
      '05-01 05-05',
      '06-19 06-21',
      '09-25 09-27',
      '10-01 10-07',
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    working: 248,
  },
}

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test.each(['America/Los_Angeles', 'Pacific/Kiritimati'])(
  'a holiday is the same day for a machine in %s',
  machine => {
    process.env['TZ'] = machine
    const days = ['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08', '2026-10-10', '2026-10-11']
    expect(days.map(isWorkingDay)).toEqual([true, false, false, true, true, false])
  },
)

test.each(Object.entries(notices))('%s is worked as the notice says, every day of it', (year, notice) => {
  const off = notice.off.map(range => range.split(' ').map(day => `${year}-${day}`))
  let working = 0
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = nextDay(day)) {
    const holiday = off.some(([from, to]) => day >= from! && day <= to!)
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0
    const expected = notice.worked.includes(day.slice(5)) || (weekday && !holiday)
    expect(isWorkingDay(day), day).toBe(expected)
    if (expected) working++
  }
  expect([working, workingDaysBetween(`${Number(year) - 1}-12-31`, `${year}-12-31`)]).toEqual([
    notice.working,
    notice.working,
  ])
})

test('a year without a notice is worked from Monday to Friday, and says so', () => {
  expect([holidaysKnown('2026-12-31'), holidaysKnown('2098-01-01')]).toEqual([true, false])
  // 2098-01-01 is a Wednesday.
  const week = Array.from({ length: 7 }, (_, at) => isWorkingDay(nextDay('2098-01-01', at)))
  expect(week).toEqual([true, true, true, false, false, true, true])
})

test('counting and adding are each other’s inverse, over New Year and the edge of what is known', () => {
  const day = fc.integer({ min: 0, max: 365 * 10 }).map(days => nextDay('2020-01-01', days))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const to = addWorkingDays(from, count)
      expect(isWorkingDay(to)).toBe(true)
      expect(workingDaysBetween(from, to)).toBe(count)
      expect(workingDaysBetween(to, from)).toBe(-count)
      expect(addWorkingDays(from, -count) < from).toBe(true)
      expect(addWorkingDays(from, 0)).toBe(from)
    }),
    { numRuns: 300 },
  )
})

test('days are cut where the offices are, whatever the clock of the machine says', () => {
  expect(localDay(new Date('2026-03-01T15:59:59Z'))).toBe('2026-03-01')
  expect(localDay(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
  expect(localTime(new Date('2026-03-01T16:05:00Z'))).toBe('00:05')
  expect(localInstant('2026-03-02', '00:05').toISOString()).toBe('2026-03-01T16:05:00.000Z')
})

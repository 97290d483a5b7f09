import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumberOf, openingAt } from './contest-window.ts'

const at = (text: string): number => Date.parse(`${text}+08:00`)
const base = {
  opensAt: '2026-11-01T08:00:00+08:00',
  closesAt: '2026-11-10T18:00:00+08:00',
  hours: null,
  sessions: [],
}
const iso = (moment: number | null) => moment && new Date(moment).toISOString()

test('a day is one of Shanghai', () => {
  expect(dayNumberOf(at('2026-11-01T00:00:00')) - dayNumberOf(at('2026-10-31T23:59:59'))).toBe(1)
  expect(dayNumberOf(at('2026-11-01T23:59:59'))).toBe(dayNumberOf(at('2026-11-01T00:00:00')))
})

test('the window alone', () => {
  expect(openingAt(base, null, at('2026-11-01T07:59:59'))).toEqual({
    open: false,
    nextAt: at('2026-11-01T08:00:00'),
  })
  expect(openingAt(base, null, at('2026-11-01T08:00:00'))).toEqual({
    open: true,
    until: at('2026-11-10T18:00:00'),
  })
  expect(openingAt(base, null, at('2026-11-10T18:00:00'))).toEqual({ open: false, nextAt: null })
})

test('hours of each day, cut by the window', () => {
  const rules = { ...base, hours: { from: '06:00', to: '22:00' } }
  expect(openingAt(rules, null, at('2026-11-01T07:00:00'))).toEqual({
    open: false,
    nextAt: at('2026-11-01T08:00:00'),
  })
  expect(openingAt(rules, null, at('2026-11-03T12:00:00'))).toEqual({
    open: true,
    until: at('2026-11-03T22:00:00'),
  })
  expect(openingAt(rules, null, at('2026-11-03T22:00:00'))).toEqual({
    open: false,
    nextAt: at('2026-11-04T06:00:00'),
  })
  expect(openingAt(rules, null, at('2026-11-10T07:00:00'))).toEqual({
    open: true,
    until: at('2026-11-10T18:00:00'),
  })
})

test('sessions are for their groups, and none without one', () => {
  const session = (key: string, day: string, groups: string[]) => ({
    key,
    name: key,
    opensAt: `${day}T09:00:00+08:00`,
    closesAt: `${day}T11:00:00+08:00`,
    groups,
  })
  const rules = {
    ...base,
    sessions: [session('a', '2026-11-02', ['youth']), session('b', '2026-11-03', [])],
  }
  expect(openingAt(rules, 'youth', at('2026-11-02T10:00:00'))).toMatchObject({ open: true })
  expect(openingAt(rules, 'elders', at('2026-11-02T10:00:00'))).toEqual({
    open: false,
    nextAt: at('2026-11-03T09:00:00'),
  })
  expect(openingAt(rules, null, at('2026-11-03T10:00:00'))).toMatchObject({ open: true })
  expect(openingAt(rules, 'youth', at('2026-11-03T11:00:00'))).toEqual({ open: false, nextAt: null })
})

test('what is said of the next opening is true, at every minute', () => {
  const minute = fc.integer({ min: -600, max: 16_000 })
  const hour = fc.integer({ min: 0, max: 22 })
  fc.assert(
    fc.property(minute, hour, hour, (minutes, one, other) => {
      const pad = (each: number) => `${String(each).padStart(2, '0')}:00`
      const hours = { from: pad(Math.min(one, other)), to: pad(Math.max(one, other) + 1) }
      const rules = { ...base, hours }
      const now = at('2026-11-01T08:00:00') + minutes * 60_000
      const opening = openingAt(rules, null, now)
      if (opening.open) {
        expect(openingAt(rules, null, opening.until - 1)).toEqual(opening)
        expect(openingAt(rules, null, opening.until).open).toBe(
          hours.from === '00:00' && hours.to === '24:00',
        )
      } else if (opening.nextAt !== null) {
        expect(iso(opening.nextAt)! > iso(now)!).toBe(true)
        expect(openingAt(rules, null, opening.nextAt).open).toBe(true)
        expect(openingAt(rules, null, opening.nextAt - 1).open).toBe(false)
      }
    }),
  )
})

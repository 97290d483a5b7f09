import { expect, test } from 'vitest'
import { henan2021, planAttempts } from './rhythm.ts'

const turnout = henan2021(0.002, 48)
const plan = planAttempts(turnout)
const slots = plan.days * plan.slotsPerDay
const countIn = (from: number, to: number) => plan.from[to]! - plan.from[from]!

test('as many people, attempts and views as wanted', () => {
  expect(plan.players).toHaveLength(turnout.attempts)
  expect(plan.from[slots]).toBe(turnout.attempts)
  expect(new Set(plan.players).size).toBe(turnout.people)
  expect(plan.views.reduce((sum, views) => sum + views, 0)).toBe(turnout.views)
})

test('nobody plays twice in a slot, or more often in a day than allowed', () => {
  for (let slot = 0; slot < slots; slot++) {
    const here = plan.players.subarray(plan.from[slot], plan.from[slot + 1])
    expect(new Set(here).size).toBe(here.length)
  }
  for (let day = 0; day < plan.days; day++) {
    const counts = new Map<number, number>()
    const [from, to] = [plan.from[day * plan.slotsPerDay], plan.from[(day + 1) * plan.slotsPerDay]]
    for (const player of plan.players.subarray(from, to)) counts.set(player, (counts.get(player) ?? 0) + 1)
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(turnout.perDay)
  }
})

test('there is a rush at the opening, few play at night, and weekends are quieter', () => {
  const days = Array.from({ length: plan.days }, (_, day) =>
    countIn(day * plan.slotsPerDay, (day + 1) * plan.slotsPerDay),
  )
  expect(days[0]!).toBeGreaterThan(days[9]!)
  expect(days[12]!).toBeLessThan(days[11]!)
  const hour = (at: number) =>
    Array.from({ length: plan.days }, (_, day) => day * 48 + at * 2).reduce(
      (sum, from) => sum + countIn(from, from + 2),
      0,
    )
  expect(hour(20)).toBeGreaterThan(10 * hour(3))
})

test('the same every time; and full days have room for every attempt', () => {
  expect(planAttempts(turnout)).toEqual(plan)
  const full = { people: 3, attempts: 60, views: 0, days: 2, perDay: 10, slotsPerDay: 24 }
  expect(planAttempts(full).players).toHaveLength(60)
  expect(() => planAttempts({ ...full, attempts: 61 })).toThrow(RangeError)
})

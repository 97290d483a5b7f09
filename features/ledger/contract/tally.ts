/** What is counted of a unit's periods, from the letters that `item.states` keeps and the days they are due. */
import { type Static, Type } from 'typebox'

const Count = Type.Integer({ minimum: 0 })

/**
 * Counted in units × periods. Due is a period whose last day is over: `expected = onTime + late + underWay + silent`.
 * Of those that are still to come: `near` ends within a week and is not done, `early` is done already.
 */
export const Tally = Type.Object(
  {
    /** Units × tasks that are bound. */
    bound: Count,
    expected: Count,
    onTime: Count,
    late: Count,
    underWay: Count,
    silent: Count,
    near: Count,
    early: Count,
  },
  { additionalProperties: false },
)
export type Tally = Static<typeof Tally>

export const noTally: Tally = {
  bound: 0,
  expected: 0,
  onTime: 0,
  late: 0,
  underWay: 0,
  silent: 0,
  near: 0,
  early: 0,
}

/** How a period stands on a day, whatever the unit did: over, ending within a week, or with time left. */
export type Nearness = 'due' | 'near' | 'open'

/** So many days before its end a period is called near. */
export const nearDays = 7

/** @param nearDay the last day that counts as near, `nearDays` after `today`. */
export function nearnessOf(dueDay: string, today: string, nearDay: string): Nearness {
  if (dueDay < today) return 'due'
  return dueDay <= nearDay ? 'near' : 'open'
}

/** Adds `count` items that share the letters `states`; `periods` says how each letter's period stands. */
export function addStates(tally: Tally, states: string, periods: readonly Nearness[], count: number): Tally {
  const next = { ...tally, bound: tally.bound + count }
  for (const [at, period] of periods.entries()) {
    const letter = states[at] ?? '.'
    const done = letter === 'd' || letter === 'l'
    if (period === 'due') {
      next.expected += count
      if (letter === 'd') next.onTime += count
      else if (letter === 'l') next.late += count
      else if (letter === 'p') next.underWay += count
      else next.silent += count
    } else if (done) next.early += count
    else if (period === 'near') next.near += count
  }
  return next
}

export function addTallies(one: Tally, other: Tally): Tally {
  const keys = Object.keys(noTally) as (keyof Tally)[]
  return Object.fromEntries(keys.map(key => [key, one[key] + other[key]])) as Tally
}

export const doneOf = ({ onTime, late }: Tally): number => onTime + late
export const gapOf = ({ underWay, silent }: Tally): number => underWay + silent

/** Reported, in time and missing, each of what was expected; null as long as nothing is due. */
export function ratesOf(tally: Tally): { reported: number; onTime: number; gap: number } | null {
  const { expected, onTime } = tally
  if (expected === 0) return null
  return { reported: doneOf(tally) / expected, onTime: onTime / expected, gap: gapOf(tally) / expected }
}

export const lights = ['done', 'under-way', 'near', 'few', 'overdue', 'coming', 'unbound'] as const
export type Light = (typeof lights)[number]

/** Of many units so small a part may be silent before the light is red. */
const fewSilent = 0.1

/** The worst that is to be said of a cell: silence before work under way before a day that comes near. */
export function lightOf(tally: Tally): Light {
  const { bound, expected, silent, underWay, near, early } = tally
  if (bound === 0) return 'unbound'
  if (silent > 0) return bound > 1 && silent / expected <= fewSilent ? 'few' : 'overdue'
  if (underWay > 0) return 'under-way'
  if (near > 0) return 'near'
  return expected > 0 || early >= bound ? 'done' : 'coming'
}

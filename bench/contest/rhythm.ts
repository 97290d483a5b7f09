/** When people of a province play in the 26 days of a contest: how many, who again, on which days and at which hours. */
import { openDice } from '../search-corpus.ts'

export type Plan = {
  readonly days: number
  /** A day has so many slots of the same length; asked for in turn. */
  readonly slotsPerDay: number
  /** Who plays in a slot, none twice: players of slot `at` lie between `from[at]` and `from[at + 1]`. */
  readonly players: Uint32Array
  readonly from: Uint32Array
  /** Pages looked at in each slot. */
  readonly views: Uint32Array
}

export type Turnout = {
  readonly people: number
  readonly attempts: number
  readonly views: number
  readonly days: number
  readonly perDay: number
  readonly slotsPerDay: number
}

/** Henan 2021 in its first 26 days, or a part of it; how many attempts a day were allowed is Hunan's rule of that year. */
export const henan2021 = (scale: number, slotsPerDay: number): Turnout => ({
  people: Math.round(570_000 * scale),
  attempts: Math.round(4_538_000 * scale),
  views: Math.round(45_300_000 * scale),
  days: 26,
  perDay: 10,
  slotsPerDay,
})

/** Shares of the hours from midnight: schools in the morning, everybody in the evening. */
const hours = [
  0.3, 0.15, 0.1, 0.1, 0.15, 0.4, 1.2, 2.5, 4.5, 6, 6.2, 5.2, 4.8, 4.2, 4.6, 5.2, 5.4, 5, 4.8, 6.2, 7.6, 7,
  4.5, 1.8,
]

/** A rush at the opening that wears off, fewer at weekends, some more at the very end. The first day is a Monday. */
const weightOfDay = (day: number, days: number): number =>
  (1 + 2.2 * Math.exp(-day / 2.5) + (day >= days - 2 ? 0.4 : 0)) * (day % 7 >= 5 ? 0.7 : 1)

/** Always the same for the same turnout. Throws RangeError when the days do not have room for the attempts. */
export function planAttempts(turnout: Turnout): Plan {
  const { people, attempts, views, days, perDay, slotsPerDay } = turnout
  const dice = openDice(2021)
  const dayOf = chooser(Array.from({ length: days }, (_, day) => weightOfDay(day, days)))
  const slotOf = chooser(
    Array.from({ length: slotsPerDay }, (_, slot) => hours[Math.floor((slot * 24) / slotsPerDay)]!),
  )
  const sittings: { player: number; slot: number; count: number }[] = []
  for (const [player, most] of shareOut(people, attempts, days * perDay, dice).entries()) {
    const played = new Uint8Array(days)
    const joined = dayOf(dice())
    for (let left = most; left > 0; ) {
      // Back on days after the first; a day that is full makes room for any other.
      const wished = left === most ? joined : Math.max(joined, dayOf(dice()))
      const day = played[wished]! === 0 ? wished : played.indexOf(0)
      if (day < 0) throw new RangeError('more attempts than days allow')
      const fewest = left - perDay * (days - played.reduce((sum, each) => sum + each, 0) - 1)
      const count = Math.min(left, perDay, Math.max(fewest, 1 + Math.floor(-3 * Math.log(1 - dice()))))
      played[day] = 1
      const first = Math.min(slotOf(dice()), slotsPerDay - count)
      sittings.push({ player, slot: day * slotsPerDay + first, count })
      left -= count
    }
  }
  return { days, slotsPerDay, ...sortBySlot(sittings, days * slotsPerDay, attempts), views: spread(views) }

  function spread(total: number): Uint32Array {
    const counts = new Uint32Array(days * slotsPerDay)
    for (const { slot, count } of sittings) for (let at = 0; at < count; at++) counts[slot + at]!++
    let [seen, given] = [0, 0]
    return counts.map(count => {
      seen += count
      const upTo = Math.round((seen / attempts) * total)
      const own = upTo - given
      given = upTo
      return own
    })
  }
}

/** How often each plays: most a few times, some every day, together exactly as many as wanted. */
function shareOut(people: number, attempts: number, most: number, dice: () => number): Uint16Array {
  if (attempts < people || attempts > people * most) throw new RangeError('attempts and people do not fit')
  const mean = attempts / people - 1
  const counts = new Uint16Array(people).map(() =>
    Math.min(most, 1 + Math.floor(-mean * Math.log(1 - dice()))),
  )
  let missing = attempts - counts.reduce((sum, count) => sum + count, 0)
  while (missing !== 0) {
    const player = Math.floor(dice() * people)
    const step = Math.sign(missing)
    const next = counts[player]! + step
    if (next < 1 || next > most) continue
    counts[player] = next
    missing -= step
  }
  return counts
}

/** Whoever plays several times in a sitting does so in slots that follow one another. */
function sortBySlot(
  sittings: readonly { player: number; slot: number; count: number }[],
  slots: number,
  attempts: number,
): Pick<Plan, 'players' | 'from'> {
  const from = new Uint32Array(slots + 1)
  for (const { slot, count } of sittings) for (let at = 0; at < count; at++) from[slot + at + 1]!++
  for (let slot = 0; slot < slots; slot++) from[slot + 1]! += from[slot]!
  const next = from.slice()
  const players = new Uint32Array(attempts)
  for (const { player, slot, count } of sittings)
    for (let at = 0; at < count; at++) players[next[slot + at]!++] = player
  return { players, from }
}

/** The place that a number from 0 to 1 falls to, by weight. */
function chooser(weights: readonly number[]): (number: number) => number {
  let sum = 0
  const ends = weights.map(weight => {
    sum += weight
    return sum
  })
  return number =>
    Math.max(
      0,
      ends.findIndex(end => number * sum < end),
    )
}

import type { Milestone } from '../../contract/index.ts'

type Hour = {
  readonly at: string
  readonly people: number
  readonly attempts: number
  readonly views: number
}

/** 100, 200, 500, 1000, …: what is told when it is passed. */
function nextRound(above: number): number {
  for (let tens = 100; ; tens *= 10) for (const step of [1, 2, 5]) if (step * tens > above) return step * tens
}

/**
 * When each measure passed a round number, the latest first. `hours` in the order of time with what each added to the
 * whole; a number is passed in the hour that reaches it, the highest of an hour is told alone.
 */
export function milestonesOf(hours: readonly Hour[], most = 6): Milestone[] {
  const found: Milestone[] = []
  for (const measure of ['people', 'attempts', 'views'] as const) {
    let sum = 0
    let next = nextRound(0)
    for (const hour of hours) {
      sum += hour[measure]
      if (sum < next) continue
      let reached = next
      while (nextRound(reached) <= sum) reached = nextRound(reached)
      found.push({ at: hour.at, measure, reached })
      next = nextRound(reached)
    }
  }
  return found
    .sort((one, other) => other.at.localeCompare(one.at) || other.reached - one.reached)
    .slice(0, most)
}

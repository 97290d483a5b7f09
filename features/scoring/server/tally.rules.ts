import type { ScoreReason } from '../contract/index.ts'

/** Counts and sums of the lines so far, by what they are of and the period. */
export type Tally = {
  /** How often something happened, a rule counted, a penalty was given. */
  readonly times: Map<string, number>
  /** Points under a cap, of a report, of a year. */
  readonly points: Map<string, number>
  readonly zeroYears: Set<string>
}

/** Nothing counted yet. */
export const openTally = (): Tally => ({ times: new Map(), points: new Map(), zeroYears: new Set() })

/** Counts up and answers the new count. */
export function raise(counts: Map<string, number>, of: string, by: number): number {
  const next = (counts.get(of) ?? 0) + by
  counts.set(of, next)
  return next
}

export const sumOfYear = (tally: Tally, year: string): number => tally.points.get(`year:${year}`) ?? 0

/** No points, and why. */
export function nothing(why: ScoreReason, reason: NonNullable<ScoreReason['zero']>): number {
  why.zero = reason
  return 0
}

import { type ContestRules, pointsScale } from '../../contract/index.ts'

/** Points as people read them: of an average the ranking keeps hundredths. */
export const pointsOf = (score: number, scoring: ContestRules['scoring']): number =>
  score / pointsScale[scoring]

/** A range of points as the ranking keeps them, both ends within. */
export function scoreRange(
  { from, to }: { from?: number | undefined; to?: number | undefined },
  scoring: ContestRules['scoring'],
): { from: number | null; to: number | null } {
  const times = pointsScale[scoring]
  // Of hundredths all that begin with the last whole point belong to it.
  return {
    from: from === undefined ? null : from * times,
    to: to === undefined ? null : to * times + times - 1,
  }
}

/** What a number of events leads to: points off, no award, a year that is worth nothing. */

import {
  periodOf,
  type ScoreEvent,
  type ScoreKind,
  type ScoreLine,
  type ScorePeriod,
  type ScoreReason,
  type ScoringVersion,
  scorePeriods,
} from '../contract/index.ts'
import type { Minimum } from './minimum.rules.ts'
import { nothing, raise, sumOfYear, type Tally } from './tally.rules.ts'

/** What an event of a kind leads to by being the so-manieth of its period. */
export function penaltiesAfter(
  tally: Tally,
  version: ScoringVersion,
  unitClass: string,
  event: ScoreEvent | Minimum,
  kind: ScoreKind,
): ScoreLine[] {
  const came = Object.fromEntries(
    scorePeriods.map(per => [per, raise(tally.times, `kind:${kind}:${periodOf(event.day, per)}`, 1)]),
  ) as Record<ScorePeriod, number>
  const year = periodOf(event.day, 'year')
  const lines: ScoreLine[] = []
  for (const penalty of version.penalties ?? []) {
    if (penalty.on !== kind || (penalty.classes && !penalty.classes.includes(unitClass))) continue
    const period = periodOf(event.day, penalty.per)
    const of = `penalty:${penalty.id}:${period}`
    const given = tally.times.get(of) ?? 0
    const due = Math.floor(came[penalty.per] / penalty.times)
    if (due <= given || (given > 0 && !penalty.again)) continue
    raise(tally.times, of, 1)
    const why: ScoreReason = {
      base: penalty.points ?? 0,
      penalty: { period, on: kind, times: penalty.times, came: came[penalty.per] },
      ...(penalty.noAward ? { noAward: true } : {}),
    }
    let points = penalty.points ?? 0
    if (tally.zeroYears.has(year)) points = nothing(why, 'year-is-zero')
    else if (penalty.yearIsZero) {
      const had = lines.reduce((sum, line) => sum + line.points, sumOfYear(tally, year))
      why.yearIsZero = Math.max(0, had)
      points = 0 - why.yearIsZero
      tally.zeroYears.add(year)
    }
    lines.push({
      id: `${of}:${given + 1}`,
      kind: 'penalty',
      day: event.day,
      reportId: null,
      version: version.id,
      rule: penalty.id,
      ruleName: penalty.name,
      points,
      why,
    })
  }
  return lines
}

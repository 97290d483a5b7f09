/** 报送基数: so many reports in a period, counted out of what was sent in. */

import {
  daysOf,
  type MinimumRule,
  periodOf,
  periodsBetween,
  type ScoreEvent,
  type ScoreSpan,
  type ScoringRules,
} from '../contract/index.ts'
import { classOf, type ScoredUnit, versionOn } from './match.rules.ts'

/** A minimum that was met, on the day of the report that met it; or one missed, on the last day of its period. */
export type Minimum = {
  readonly kind: 'minimum'
  readonly id: string
  readonly day: string
  readonly reportId: null
  readonly version: string
  readonly rule: MinimumRule
  readonly points: number
  readonly period: string
  readonly came: number
}

/** `events`: those of the unit, in any order. A period that began before the rules did is not held against anybody. */
export function minimaOf(
  rules: ScoringRules,
  unit: ScoredUnit,
  events: readonly ScoreEvent[],
  span: ScoreSpan,
): Minimum[] {
  const sent = events.filter(event => event.kind === 'reported').sort((a, b) => order(a, b))
  const starts = rules.versions.map(version => version.from).sort()[0]!
  const until = [span.today, span.to].sort()[0]!
  const from = [span.from, starts].sort()[1]!
  const found: Minimum[] = []
  for (const per of ['month', 'quarter', 'year'] as const)
    for (const period of periodsBetween(from, until, per)) {
      const days = daysOf(period)
      const version = versionOn(rules, days.to)
      const unitClass = version && classOf(version, unit)
      if (!version || !unitClass) continue
      const counted = sent.filter(
        event => periodOf(event.day, per) === period && (event.signed || version.unsignedIsUsed),
      )
      for (const rule of version.minimum ?? []) {
        if (rule.per !== per || (rule.classes && !rule.classes.includes(unitClass.id))) continue
        const common = { kind: 'minimum', reportId: null, version: version.id, rule, period } as const
        const id = `minimum:${rule.id}:${period}`
        const last = counted[rule.reports - 1]
        if (last) found.push({ ...common, id, day: last.day, points: rule.points, came: counted.length })
        else if (rule.short !== undefined && days.to < span.today && days.from >= from)
          found.push({ ...common, id, day: days.to, points: rule.short, came: counted.length })
      }
    }
  return found
}

function order(a: { day: string; id: string }, b: { day: string; id: string }): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * Points of one unit, explained (采用计分). What happened is taken in the order of its days, so that what was counted
 * for a month stays as it was when more comes later; the order in which events are handed in makes no difference.
 */

import {
  periodOf,
  type ScoreEvent,
  type ScoreKind,
  type ScoreLine,
  type ScoreReason,
  type ScoreSpan,
  type ScoringRules,
  type ScoringVersion,
  scoreKinds,
} from '../contract/index.ts'
import { classOf, type Matched, matchRule, type ScoredUnit, versionOn } from './match.rules.ts'
import { type Minimum, minimaOf } from './minimum.rules.ts'
import { pay } from './pay.rules.ts'
import { penaltiesAfter } from './penalty.rules.ts'
import { openTally, raise, type Tally } from './tally.rules.ts'

/** All lines of a unit by its events; `span` tells which periods are over. Ids of events are unique. */
export function scoreUnit(
  rules: ScoringRules,
  unit: ScoredUnit,
  events: readonly ScoreEvent[],
  span: ScoreSpan,
): ScoreLine[] {
  const tally = openTally()
  const lines: ScoreLine[] = []
  const add = (line: ScoreLine): void => {
    lines.push(line)
    raise(tally.points, `year:${periodOf(line.day, 'year')}`, line.points)
  }
  for (const event of [...events, ...minimaOf(rules, unit, events, span)].sort(inOrder)) {
    const version =
      event.kind === 'minimum'
        ? rules.versions.find(({ id }) => id === event.version)!
        : versionOn(rules, event.day)
    const unitClass = version && classOf(version, unit)
    if (!version || !unitClass) continue
    const matched =
      event.kind === 'minimum'
        ? ({ kind: 'minimum', rule: { ...event.rule, points: event.points } } as const)
        : matchRule(version, unitClass.id, event)
    if (!matched) continue
    const line = scoreEvent(tally, version, unitClass.id, event, matched)
    if (line) add(line)
    for (const penalty of penaltiesAfter(tally, version, unitClass.id, event, matched.kind)) add(penalty)
  }
  return lines
}

/** Kinds whose absence of a rule is worth a line: people ask why nothing came of it. */
const alwaysTold: readonly ScoreKind[] = ['adopted', 'composite', 'above', 'instruction']

function scoreEvent(
  tally: Tally,
  version: ScoringVersion,
  unitClass: string,
  event: ScoreEvent | Minimum,
  { kind, rule }: Matched,
): ScoreLine | null {
  const told = alwaysTold.includes(kind) || version.penalties?.some(penalty => penalty.on === kind)
  if (!rule && !told) return null
  const why: ScoreReason = { base: rule?.points ?? 0, ...wordsOf(event, kind) }
  const points = rule ? pay(tally, version, unitClass, event, { kind, rule }, why) : 0
  if (!rule) why.zero = 'no-rule'
  return {
    id: event.id,
    kind,
    day: event.day,
    reportId: event.reportId,
    version: version.id,
    rule: rule?.id ?? null,
    ruleName: rule?.name ?? null,
    points,
    why,
  }
}

function wordsOf(event: ScoreEvent | Minimum, kind: ScoreKind): Partial<ScoreReason> {
  if (event.kind === 'minimum')
    return { minimum: { period: event.period, asked: event.rule.reports, came: event.came } }
  return event.kind === 'adopted' && kind === 'composite' ? { units: event.units } : {}
}

type Sorted = { readonly day: string; readonly kind: string; readonly id: string }
const rank = (kind: string): number => (scoreKinds as readonly string[]).indexOf(kind)

function inOrder(a: Sorted, b: Sorted): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  if (a.kind !== b.kind) return rank(a.kind) - rank(b.kind)
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

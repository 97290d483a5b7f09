/** What is paid of a rule: after signing, order, limits, other adoptions of the report, and caps. */

import {
  periodOf,
  type ScoreEvent,
  type ScoreKind,
  type ScoreReason,
  type ScoringVersion,
} from '../contract/index.ts'
import type { Matched } from './match.rules.ts'
import type { Minimum } from './minimum.rules.ts'
import { nothing, raise, type Tally } from './tally.rules.ts'

/** What is paid of a rule's points; says in `why` what took away from them. */
export function pay(
  tally: Tally,
  version: ScoringVersion,
  unitClass: string,
  event: ScoreEvent | Minimum,
  { kind, rule }: { kind: ScoreKind; rule: NonNullable<Matched['rule']> },
  why: ScoreReason,
): number {
  if ('signed' in event && !event.signed && !version.unsignedIsUsed) return nothing(why, 'unsigned')
  if (event.kind === 'instruction' && rule.further) {
    const { within, points } = rule.further
    const of = within === 'report' ? event.reportId : periodOf(event.day, 'year')
    const no = raise(tally.times, `instruction:${within}:${of}`, 1)
    why.ordinal = { no, within }
    if (no > 1) why.base = points
  }
  if (rule.limit) {
    const { times, per } = rule.limit
    const of = `limit:${rule.id}:${periodOf(event.day, per)}`
    if ((tally.times.get(of) ?? 0) >= times) {
      why.limit = { times, per }
      return nothing(why, 'limit')
    }
    raise(tally.times, of, 1)
  }
  if (tally.zeroYears.has(periodOf(event.day, 'year'))) return nothing(why, 'year-is-zero')
  let points = why.base
  if (version.sameReport === 'highest' && (kind === 'adopted' || kind === 'composite' || kind === 'above')) {
    const of = `report:${event.reportId}`
    const before = tally.points.get(of) ?? 0
    tally.points.set(of, Math.max(before, points))
    if (before > 0) why.before = before
    points = Math.max(0, points - before)
    if (points === 0 && before > 0) return nothing(why, 'highest')
  }
  return points > 0
    ? payUnderCaps(tally, version, unitClass, event.day, { kind, rule: rule.id }, points, why)
    : points
}

function payUnderCaps(
  tally: Tally,
  version: ScoringVersion,
  unitClass: string,
  day: string,
  of: { kind: ScoreKind; rule: string },
  points: number,
  why: ScoreReason,
): number {
  const caps = (version.caps ?? []).filter(
    cap =>
      (!cap.classes || cap.classes.includes(unitClass)) &&
      ((!cap.kinds && !cap.rules) || cap.kinds?.includes(of.kind) || cap.rules?.includes(of.rule)),
  )
  const places = caps.map(cap => `cap:${cap.id}:${periodOf(day, cap.per)}`)
  let paid = points
  for (const [at, cap] of caps.entries()) {
    const left = Math.max(0, cap.points - (tally.points.get(places[at]!) ?? 0))
    if (left >= paid) continue
    paid = left
    why.cap = { name: cap.name, points: cap.points, per: cap.per, left }
  }
  for (const place of places) raise(tally.points, place, paid)
  if (paid === 0) why.zero = 'cap'
  return paid
}

import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type CircularClass,
  type CircularFigures,
  daysOf,
  periodBefore,
  type ScoringVersion,
} from '../../contract/index.ts'
import { countDuties } from './count-duties.ts'
import { countUnits } from './count-units.ts'
import { countedOf, firstAdoptedIn, reportedIn } from './counted.ts'

export type CircularSubject = {
  readonly unit: { readonly id: string; readonly name: string; readonly path: string }
  readonly campaign: {
    readonly id: string
    readonly name: string
    readonly fromDay: string
    readonly scoring: { readonly versions: readonly ScoringVersion[] } | null
  }
  readonly period: string
  readonly today: string
}

/** Everything a circular says in figures, counted from the tables as they are. */
export async function countFigures(tx: Database, subject: CircularSubject): Promise<CircularFigures> {
  const { unit, campaign, period, today } = subject
  const { from, to } = daysOf(period)
  const whose = { campaignId: campaign.id, unitId: unit.id, path: unit.path }
  const counted = countedOf(whose, { from, to }, today)
  const classes = await countUnits(tx, counted, { period, classes: classOrder(campaign.scoring) })
  const duties = await countDuties(tx, counted)
  return {
    campaignName: campaign.name,
    unitName: unit.name,
    period,
    from,
    to,
    until: counted.until,
    totals: totalsOf(classes),
    before: await countBefore(tx, subject, classes),
    classes,
    ...duties,
    rules: rulesBetween(campaign.scoring?.versions ?? [], from, counted.until),
  }
}

/** Classes as the newest rules list them; null without rules. */
function classOrder(scoring: CircularSubject['campaign']['scoring']): string[] | null {
  const newest = scoring?.versions.reduce((last, one) => (one.from > last.from ? one : last))
  return newest ? (newest.classes ?? []).map(({ id }) => id) : null
}

function totalsOf(classes: readonly CircularClass[]): CircularFigures['totals'] {
  const units = classes.flatMap(one => one.units)
  const sum = (of: (unit: (typeof units)[number]) => number) => units.reduce((all, unit) => all + of(unit), 0)
  return {
    units: units.length,
    reported: sum(unit => unit.reported),
    adopted: sum(unit => unit.adopted),
    reporting: units.filter(unit => unit.reported > 0).length,
    adopting: units.filter(unit => unit.adopted > 0).length,
  }
}

/** The same units in the period before; null when the campaign began later, or the period still runs. */
async function countBefore(
  tx: Database,
  { unit, campaign, period, today }: CircularSubject,
  classes: readonly CircularClass[],
): Promise<CircularFigures['before']> {
  const { from, to } = daysOf(periodBefore(period))
  if (from < campaign.fromDay || today < daysOf(period).to) return null
  const whose = { campaignId: campaign.id, unitId: unit.id, path: unit.path }
  const counted = countedOf(whose, { from, to }, today)
  const ids = JSON.stringify(classes.flatMap(one => one.units.map(({ unitId }) => unitId)))
  const ranked = sql`r.unit_id in (select value::uuid from json_array_elements_text(${ids}::json))`
  const [before] = await rowsOf<{ reported: number; adopted: number }>(
    tx,
    sql`select (select count(*)::int from report r where ${reportedIn(counted)} and ${ranked}) as reported,
      (select count(*)::int from adoption a join report r on r.id = a.report_id
        where ${firstAdoptedIn(counted)} and ${ranked}) as adopted`,
  )
  return before!
}

/** Versions that were good on a day between two. */
function rulesBetween(
  versions: readonly ScoringVersion[],
  from: string,
  until: string,
): CircularFigures['rules'] {
  const ordered = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return ordered
    .filter((version, at) => version.from <= until && (ordered[at + 1]?.from ?? '9999') > from)
    .map(({ id, name, from, basis }) => ({ id, name, from, basis: basis ?? null }))
}

/** Which version, class and rule is for what happened. */
import type { ScoreClass, ScoreEvent, ScoreKind, ScoringRules, ScoringVersion } from '../contract/index.ts'

/** What of a unit decides about its class: its kind, and the groups of the pack it is named in. */
export type ScoredUnit = { readonly kind: string; readonly groups: readonly string[] }

/** The version of a day; null before the first. */
export function versionOn({ versions }: ScoringRules, day: string): ScoringVersion | null {
  let found: ScoringVersion | null = null
  for (const version of versions)
    if (version.from <= day && (!found || version.from > found.from)) found = version
  return found
}

/** The class a unit is ranked in: the first that names its kind or group, else the one that names none. Null: not scored. */
export function classOf({ classes }: ScoringVersion, { kind, groups }: ScoredUnit): ScoreClass | null {
  if (!classes?.length) return everybody
  const named = classes.find(
    each => each.kinds?.includes(kind) || each.groups?.some(group => groups.includes(group)),
  )
  return named ?? classes.find(each => !each.kinds && !each.groups) ?? null
}
/** Of versions that make no difference between units. */
export const everybody: ScoreClass = { id: 'all', name: '全部单位' }

type Common = {
  readonly id: string
  readonly name: string
  readonly points: number
  readonly limit?: { times: number; per: 'month' | 'quarter' | 'year' } | undefined
  readonly further?: { points: number; within: 'report' | 'year' } | undefined
}
export type Matched = { readonly kind: ScoreKind; readonly rule: Common | null }

/** The first rule of the version that fits an event of a unit of this class. */
export function matchRule(version: ScoringVersion, unitClass: string, event: ScoreEvent): Matched | null {
  const first = <R extends { classes?: string[] }>(rules: R[] | undefined, fits: (rule: R) => boolean) =>
    rules?.find(rule => (!rule.classes || rule.classes.includes(unitClass)) && fits(rule)) ?? null
  switch (event.kind) {
    case 'reported':
      return null
    case 'adopted': {
      const fits = (rule: { at?: string[]; columns?: string[] }) =>
        (!rule.at || rule.at.includes(event.at)) && (!rule.columns || rule.columns.includes(event.column))
      const composite = event.units > 1 ? first(version.composite, fits) : null
      if (composite) return { kind: 'composite', rule: composite }
      return { kind: 'adopted', rule: first(version.adopted, fits) }
    }
    case 'above': {
      const fits = (rule: { bulletins: string[]; forms?: string[] }) =>
        rule.bulletins.includes(event.bulletin) &&
        (!rule.forms || (event.form !== null && rule.forms.includes(event.form)))
      return { kind: 'above', rule: first(version.above, fits) }
    }
    case 'instruction': {
      const fits = (rule: { leaders?: string[] }) => !rule.leaders || rule.leaders.includes(event.leader)
      return { kind: 'instruction', rule: first(version.instruction, fits) }
    }
    default:
      return { kind: event.kind, rule: first(version[event.kind], () => true) }
  }
}

import type { Level } from '../register.contract.ts'

/** Groups in which a page shows the rules. */
export const ruleGroups = [
  'names',
  'dates',
  'numbers',
  'marks',
  'words',
  'issue',
  'layout',
  'privacy',
] as const
export type RuleGroup = (typeof ruleGroups)[number]

export type RuleEntry = {
  readonly group: RuleGroup
  readonly level: Level
  /** Its mends are mechanical: many may be applied at once without reading each. */
  readonly safe: boolean
  /** Names of the rule in lists, then its sentence; `{name}` stands for a value of the details. */
  readonly name: { readonly zh: string; readonly en: string }
  readonly zh: string
  readonly en: string
}

/** Marks a rule together with the shape of its details. */
export type Entry<Details> = RuleEntry & { readonly details?: Details }

export type Nothing = Record<never, never>

export function rule<Details = Nothing>(entry: RuleEntry): Entry<Details> {
  return entry
}

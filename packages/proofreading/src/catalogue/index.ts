/** The one catalogue of rules: group, level, whether its mends are safe in bulk, and its sentences. */

import type { Entry, RuleEntry } from './catalogue.types.ts'
import { dateRules } from './date-rules.ts'
import { issueRules } from './issue-rules.ts'
import { markRules } from './mark-rules.ts'
import { nameRules } from './name-rules.ts'
import { numberRules } from './number-rules.ts'
import { wordRules } from './word-rules.ts'

export { type RuleEntry, type RuleGroup, ruleGroups } from './catalogue.types.ts'

const entries = {
  ...nameRules,
  ...dateRules,
  ...numberRules,
  ...markRules,
  ...wordRules,
  ...issueRules,
}

export type RuleKey = keyof typeof entries
/** What a finding of each rule tells beside its place. */
export type RuleDetails = {
  [K in RuleKey]: (typeof entries)[K] extends Entry<infer Details> ? Details : never
}
export const ruleCatalogue: Readonly<Record<RuleKey, RuleEntry>> = entries
export const ruleKeys = Object.keys(entries) as RuleKey[]

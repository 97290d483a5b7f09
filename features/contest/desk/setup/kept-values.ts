/** The form as it was left, on the device: it outlives a closed window. */
import { remember, remembered } from '@jianbao/ui'
import { ContestRules } from '../../contract/index.ts'
import type { ContestValues } from './contest-values.ts'

type Kept = { readonly version: number; readonly values: ContestValues }

const keyOf = (personId: string, contest: string): string => `jianbao.contest.${personId}.${contest}`

/** Null where nothing was kept, or what was kept is of another shape or of a contest that changed since. */
export function keptValues(personId: string | null, contest: string, version = 0): ContestValues | null {
  const text = personId && remembered(keyOf(personId, contest))
  if (!text) return null
  try {
    const kept = JSON.parse(text) as Kept
    if (kept.version !== version || !isWhole(kept.values.rules)) return null
    const { title, slug, about, bankIds, unitId, unitName } = kept.values
    const texts = [title, slug, about, unitId, unitName].every(each => typeof each === 'string')
    return texts && Array.isArray(bankIds) ? kept.values : null
  } catch {
    return null
  }
}

export function keepValues(
  personId: string | null,
  contest: string,
  values: ContestValues,
  version = 0,
): void {
  if (personId) remember(keyOf(personId, contest), JSON.stringify({ version, values }))
}

export function dropValues(personId: string | null, contest: string): void {
  if (personId) remember(keyOf(personId, contest), '')
}

/** Kept by an earlier version of the program, rules may lack a field. */
const isWhole = (rules: object): boolean => Object.keys(ContestRules.properties).every(key => key in rules)

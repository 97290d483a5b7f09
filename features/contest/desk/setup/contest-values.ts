/** What the form of a contest holds, and what is sent of it. */
import type { ContestRecord, ContestRules, RulesFault } from '../../contract/index.ts'
import type { FormStep } from './contest-search.ts'

export type ContestValues = {
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly slug: string
  readonly about: string
  readonly bankIds: readonly string[]
  readonly rules: ContestRules
}
export type SetValues = (change: Partial<ContestValues>) => void
export type SetRules = (change: Partial<ContestRules>) => void

export const valuesOf = ({ banks, ...its }: ContestRecord): ContestValues => ({
  unitId: its.unitId,
  unitName: its.unitName,
  title: its.title,
  slug: its.slug,
  about: its.about,
  bankIds: banks.map(({ id }) => id),
  rules: its.rules,
})

export const wordsOf = ({ title, slug, about, bankIds, rules }: ContestValues) => ({
  ...{ title: title.trim(), slug, about, rules, bankIds: [...bankIds] },
})

/** An address nobody has: the year and month it opens, and four letters of chance. */
export function freshSlug(opensAt: string, chance: string = crypto.randomUUID()): string {
  return `kp${localOf(opensAt).slice(0, 7).replace('-', '')}-${chance.slice(0, 4)}`
}

export const isSlug = (slug: string): boolean => /^(?!(?:assets|check)$)[a-z0-9][a-z0-9-]{1,39}$/.test(slug)

/** What has to be filled in before it can be kept at all. */
export const lackingOf = ({ title, slug }: ContestValues): ('title' | 'slug')[] => [
  ...(title.trim().length < 2 ? (['title'] as const) : []),
  ...(isSlug(slug) ? [] : (['slug'] as const)),
]

const stepOfField: Readonly<Record<string, FormStep>> = {
  ...{ banks: 'draw', draw: 'draw', partly: 'draw' },
  ...{ closesAt: 'times', hours: 'times', sessions: 'times', attempts: 'times', answersShown: 'times' },
  ...{ identity: 'identity', units: 'identity', groups: 'identity' },
  ...{
    ranking: 'scoring',
    share: 'scoring',
    lottery: 'rewards',
    certificates: 'rewards',
    privacy: 'privacy',
  },
}

/** The step of the form in which a fault is mended. */
export const stepOf = ({ at }: Pick<RulesFault, 'at'>): FormStep => stepOfField[at.split('.')[0]!] ?? 'basics'

const zoneMs = 8 * 3_600_000

/** As a field of the browser holds a moment, in Asia/Shanghai: `2026-09-01T08:00`. */
export const localOf = (moment: string): string =>
  new Date(Date.parse(moment) + zoneMs).toISOString().slice(0, 16)

/** Null while it is typed. */
export function momentOf(local: string): string | null {
  const at = Date.parse(`${local}:00+08:00`)
  return Number.isNaN(at) || at < 0 ? null : new Date(at).toISOString()
}

/** A key that none of the others has. */
export function freshKey(others: readonly { readonly key: string }[], stem: string): string {
  const taken = new Set(others.map(({ key }) => key))
  for (let no = others.length + 1; ; no++) if (!taken.has(`${stem}${no}`)) return `${stem}${no}`
}

export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, other) => other !== at)
export const replaced = <T>(list: readonly T[], at: number, change: Partial<T>): T[] =>
  list.map((each, other) => (other === at ? { ...each, ...change } : each))

/** A moment as it is shown, in Asia/Shanghai wherever the browser stands: `2026-09-01 08:00`. */
export const momentWords = (moment: string): string => localOf(moment).replace('T', ' ')

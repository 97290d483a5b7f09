/** What the shape of scoring rules does not say: names that lead nowhere, versions of one day, ids given twice. */
import type { ScoringRules, ScoringVersion } from './scoring-rules.schema.ts'

export const scoringFaults = {
  'scoring-id-twice': {
    zh: '标识“{value}”在这一版里前面已经用过，请换一个',
    en: 'The id "{value}" is taken in this version',
  },
  'scoring-version-twice': { zh: '版本标识“{value}”用了两次', en: 'There are two versions "{value}"' },
  'scoring-day-twice': {
    zh: '两个版本都从 {value} 起施行，同一天只能有一版规则',
    en: 'Two versions begin on {value}; a day has one',
  },
  'scoring-class-unknown': {
    zh: '这一版的 classes 里没有“{value}”',
    en: 'This version has no class "{value}"',
  },
  'scoring-bulletin-unknown': {
    zh: '这一版的 bulletins 里没有“{value}”',
    en: 'This version has no bulletin "{value}"',
  },
  'scoring-form-unknown': {
    zh: '所列上级刊物都没有“{value}”这种采用方式',
    en: 'None of these bulletins has a form "{value}"',
  },
  'scoring-leader-unknown': {
    zh: '这一版的 leaders 里没有“{value}”',
    en: 'This version has no leader "{value}"',
  },
  'scoring-rule-unknown': { zh: '这一版没有规则“{value}”', en: 'This version has no rule "{value}"' },
  'scoring-does-nothing': {
    zh: '“{value}”既不扣分，也不取消评先、不计零分，请至少写一项',
    en: '"{value}" takes no points, no award and no year: say what it does',
  },
  'scoring-zero-and-points': {
    zh: '“{value}”已使全年计零分，不要再写扣分',
    en: '"{value}" makes the year zero; leave the points out',
  },
} as const
export type ScoringFault = {
  readonly code: keyof typeof scoringFaults
  /** The way into the rules: `['versions', 0, 'caps', 1, 'rules', 0]`. */
  readonly at: readonly (string | number)[]
  readonly value: string
}

export const ruleSections = [
  'adopted',
  'composite',
  'above',
  'instruction',
  'commission-done',
  'commission-missed',
  'late',
  'omitted',
  'minimum',
] as const
const sections = [...ruleSections, 'caps', 'penalties', 'flags'] as const

/** Everything wrong with rules that have the right shape; columns, groups and kinds are the pack's to check. */
export function faultsOf({ versions }: ScoringRules): ScoringFault[] {
  const faults: ScoringFault[] = []
  for (const [at, version] of versions.entries()) {
    const earlier = versions.slice(0, at)
    if (earlier.some(({ id }) => id === version.id))
      faults.push({ code: 'scoring-version-twice', at: ['versions', at, 'id'], value: version.id })
    if (earlier.some(({ from }) => from === version.from))
      faults.push({ code: 'scoring-day-twice', at: ['versions', at, 'from'], value: version.from })
    for (const fault of faultsOfVersion(version)) faults.push({ ...fault, at: ['versions', at, ...fault.at] })
  }
  return faults
}

function* faultsOfVersion(version: ScoringVersion): Generator<ScoringFault> {
  const ids = (list: readonly { id: string }[] | undefined): Set<string> => new Set(list?.map(({ id }) => id))
  const [classes, bulletins, leaders] = [ids(version.classes), ids(version.bulletins), ids(version.leaders)]
  const rules = new Set(ruleSections.flatMap(name => [...ids(version[name])]))
  for (const name of ['classes', 'bulletins', 'leaders'] as const)
    yield* twice(version[name] ?? [], [name], new Set())
  const seen = new Set<string>()
  for (const name of sections) {
    const list: readonly { id: string; classes?: string[] }[] = version[name] ?? []
    yield* twice(list, [name], seen)
    for (const [at, rule] of list.entries())
      yield* unknown('scoring-class-unknown', [name, at, 'classes'], rule.classes, classes)
  }
  for (const [at, rule] of (version.above ?? []).entries()) {
    yield* unknown('scoring-bulletin-unknown', ['above', at, 'bulletins'], rule.bulletins, bulletins)
    const forms = version.bulletins
      ?.filter(({ id }) => rule.bulletins.includes(id))
      .flatMap(each => each.forms ?? [])
    yield* unknown('scoring-form-unknown', ['above', at, 'forms'], rule.forms, ids(forms))
  }
  for (const [at, rule] of (version.instruction ?? []).entries())
    yield* unknown('scoring-leader-unknown', ['instruction', at, 'leaders'], rule.leaders, leaders)
  for (const [at, cap] of (version.caps ?? []).entries())
    yield* unknown('scoring-rule-unknown', ['caps', at, 'rules'], cap.rules, rules)
  for (const [at, penalty] of (version.penalties ?? []).entries()) {
    const { name: value, points, noAward, yearIsZero } = penalty
    if (points && yearIsZero)
      yield { code: 'scoring-zero-and-points', at: ['penalties', at, 'points'], value }
    if (!points && !noAward && !yearIsZero)
      yield { code: 'scoring-does-nothing', at: ['penalties', at], value }
  }
}

function* twice(
  list: readonly { id: string }[],
  place: readonly string[],
  seen: Set<string>,
): Generator<ScoringFault> {
  for (const [at, { id }] of list.entries()) {
    if (seen.has(id)) yield { code: 'scoring-id-twice', at: [...place, at, 'id'], value: id }
    seen.add(id)
  }
}

function* unknown(
  code: ScoringFault['code'],
  place: readonly (string | number)[],
  named: readonly string[] | undefined,
  known: ReadonlySet<string>,
): Generator<ScoringFault> {
  for (const [at, value] of (named ?? []).entries())
    if (!known.has(value)) yield { code, at: [...place, at], value }
}

/**
 * `scoring.yaml` of a campaign pack: adoption scoring (采用计分) as versions of rules, each from a day on. What happened
 * on a day is scored by the version of that day for good. Every rule has its name in words, shown wherever it gave points.
 */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Key = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' })
const Name = Type.String({ minLength: 1, maxLength: 80 })
const Words = Type.String({ minLength: 1, maxLength: 2000 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Keys = Type.Array(Key, { minItems: 1, maxItems: 60 })
const UnitKinds = Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { minItems: 1, maxItems: 20 })

/** Whole and half points. */
const Points = Type.Number({ minimum: -10_000, maximum: 10_000, multipleOf: 0.5 })
const Gain = Type.Number({ minimum: 0, maximum: 10_000, multipleOf: 0.5 })

export const scorePeriods = ['month', 'quarter', 'year'] as const
const Per = Type.Enum(scorePeriods)

/** What rules are for: what happened to a unit's reports, commissions and tasks. */
export const scoreKinds = [
  /** 采用, alone */
  'adopted',
  /** 综合采用: one piece made of several units' reports */
  'composite',
  /** 上级采用, registered by an editor */
  'above',
  /** 批示 */
  'instruction',
  /** 约稿按时完成 */
  'commission-done',
  /** 约稿未完成 */
  'commission-missed',
  /** 迟报: a report that left its unit after the deadline of its task */
  'late',
  /** 漏报: a required task that was due and has no proof */
  'omitted',
  /** 报送基数: so many reports in a period */
  'minimum',
] as const
export type ScoreKind = (typeof scoreKinds)[number]

const rule = { id: Key, name: Name, points: Points, classes: Type.Optional(Keys) }
/** Only the first so many of a unit in a period count under this rule. */
const limit = Type.Optional(
  Type.Object({ times: Type.Integer({ minimum: 1, maximum: 1000 }), per: Per }, closed),
)

/** Units that are ranked among each other; without kinds and groups: all that are in no other. */
export const ScoreClass = Type.Object(
  { id: Key, name: Name, kinds: Type.Optional(UnitKinds), groups: Type.Optional(Keys) },
  closed,
)

/** A bulletin of somebody above that may adopt a report (上级刊物), and the forms it takes one in: alone, as an item. */
export const ScoreBulletin = Type.Object(
  {
    id: Key,
    name: Name,
    forms: Type.Optional(
      Type.Array(Type.Object({ id: Key, name: Name }, closed), { minItems: 1, maxItems: 10 }),
    ),
  },
  closed,
)

export const ScoreLeader = Type.Object({ id: Key, name: Name }, closed)

/** Adopted by a desk of units of these kinds (any), to these columns (any); the first rule that fits is taken. */
export const AdoptedRule = Type.Object(
  { ...rule, at: Type.Optional(UnitKinds), columns: Type.Optional(Keys), limit },
  closed,
)

export const AboveRule = Type.Object({ ...rule, bulletins: Keys, forms: Type.Optional(Keys), limit }, closed)

/** `further`: points of the second and every further instruction on the same report, or to the same unit in a year. */
export const InstructionRule = Type.Object(
  {
    ...rule,
    leaders: Type.Optional(Keys),
    further: Type.Optional(
      Type.Object({ points: Points, within: Type.Enum(['report', 'year'] as const) }, closed),
    ),
    limit,
  },
  closed,
)

export const DeedRule = Type.Object({ ...rule, limit }, closed)

/** Points for so many reports in a period; `short`: instead, of a period that ended with fewer. */
export const MinimumRule = Type.Object(
  {
    ...rule,
    reports: Type.Integer({ minimum: 1, maximum: 1000 }),
    per: Per,
    short: Type.Optional(Type.Number({ minimum: -10_000, maximum: 0, multipleOf: 0.5 })),
  },
  closed,
)

/** At most so many points in a period from these kinds or rules; from all of them when neither is named. */
export const ScoreCap = Type.Object(
  {
    id: Key,
    name: Name,
    points: Gain,
    per: Per,
    kinds: Type.Optional(Type.Array(Type.Enum(scoreKinds), { minItems: 1, maxItems: scoreKinds.length })),
    rules: Type.Optional(Keys),
    classes: Type.Optional(Keys),
  },
  closed,
)

/** When something happened so often in a period: points off, no award (取消评先), or the year is worth nothing. */
export const ScorePenalty = Type.Object(
  {
    id: Key,
    name: Name,
    on: Type.Enum(scoreKinds),
    times: Type.Integer({ minimum: 1, maximum: 1000 }),
    per: Per,
    points: Type.Optional(Type.Number({ minimum: -10_000, maximum: 0, multipleOf: 0.5 })),
    /** At every further so many again, not once only. */
    again: Type.Optional(Type.Boolean()),
    noAward: Type.Optional(Type.Boolean()),
    yearIsZero: Type.Optional(Type.Boolean()),
    classes: Type.Optional(Keys),
  },
  closed,
)

/** Units that are named in ranking and circular: nothing adopted, nothing reported in a period. */
export const ScoreFlag = Type.Object(
  {
    id: Key,
    name: Name,
    on: Type.Enum(['no-adoption', 'no-report'] as const),
    per: Per,
    classes: Type.Optional(Keys),
  },
  closed,
)

const list = <T extends Parameters<typeof Type.Array>[0]>(of: T) =>
  Type.Optional(Type.Array(of, { maxItems: 60 }))

export const ScoringVersion = Type.Object(
  {
    id: Key,
    name: Name,
    /** What happened from this day on; until the day of the next version. */
    from: Day,
    /** The document it is founded on (依据), and words beside the rules. */
    basis: Type.Optional(Words),
    notes: Type.Optional(Words),
    classes: list(ScoreClass),
    bulletins: list(ScoreBulletin),
    leaders: list(ScoreLeader),
    /** Points of several adoptions of one report add up, or a higher one pays only what it has over those before. */
    sameReport: Type.Enum(['sum', 'highest'] as const),
    /** What was not signed by the unit lead is not used: neither adopted nor counted for points. */
    unsignedIsUsed: Type.Boolean(),
    adopted: list(AdoptedRule),
    composite: list(AdoptedRule),
    above: list(AboveRule),
    instruction: list(InstructionRule),
    'commission-done': list(DeedRule),
    'commission-missed': list(DeedRule),
    late: list(DeedRule),
    omitted: list(DeedRule),
    minimum: list(MinimumRule),
    caps: list(ScoreCap),
    penalties: list(ScorePenalty),
    flags: list(ScoreFlag),
  },
  closed,
)

export const ScoringRules = Type.Object(
  { versions: Type.Array(ScoringVersion, { minItems: 1, maxItems: 50 }) },
  closed,
)
export type ScoringRules = Static<typeof ScoringRules>
export type ScoringVersion = Static<typeof ScoringVersion>
export type ScoreClass = Static<typeof ScoreClass>
export type ScoreCap = Static<typeof ScoreCap>
export type ScorePenalty = Static<typeof ScorePenalty>
export type ScoreFlag = Static<typeof ScoreFlag>
export type MinimumRule = Static<typeof MinimumRule>
export type InstructionRule = Static<typeof InstructionRule>
export type AdoptedRule = Static<typeof AdoptedRule>
export type AboveRule = Static<typeof AboveRule>
export type DeedRule = Static<typeof DeedRule>
export type ScorePeriod = (typeof scorePeriods)[number]

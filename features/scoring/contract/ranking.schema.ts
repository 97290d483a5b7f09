/** Units ranked by their points, in a campaign and a period. */
import { type Static, Type } from 'typebox'
import { ScoringVersion } from './scoring-rules.schema.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })

/** `2021`, `2021-Q3`, `2021-07`. */
export const ScorePeriodName = Type.String({ pattern: '^20\\d{2}(-(0[1-9]|1[0-2])|-Q[1-4])?$' })

/** Who reads points: everybody who works with reports, in their own units. */
export const scoreReaders = [
  'reporter',
  'unit-lead',
  'editor',
  'signatory',
  'coordinator',
  'inspector',
] as const
/** Who registers what bulletins above and leaders did with a report. */
export const scoreRegistrars = ['editor'] as const
export const scoreRecounters = ['editor', 'coordinator'] as const

/** A campaign that scores, with its rules in all versions. */
export const ScoredCampaign = Type.Object(
  {
    id: Id,
    name: Text,
    from: Day,
    to: Day,
    versions: Type.Array(ScoringVersion),
    columns: Type.Array(Type.Object({ id: Text, name: Text }, closed)),
    groups: Type.Array(Type.Object({ id: Text, name: Text }, closed)),
  },
  closed,
)
export type ScoredCampaign = Static<typeof ScoredCampaign>

export const ScoredCampaigns = Type.Object(
  {
    /** By the clock of the server. */
    today: Day,
    campaigns: Type.Array(ScoredCampaign),
    /** Units the caller stands in: whose account opens first. */
    own: Type.Array(Type.Object({ id: Id, name: Text }, closed)),
    mayRegister: Type.Boolean(),
    mayRecount: Type.Boolean(),
  },
  closed,
)
export type ScoredCampaigns = Static<typeof ScoredCampaigns>

export const rankingOrders = [
  'rank',
  '-rank',
  'name',
  '-name',
  'points',
  '-points',
  'reported',
  '-reported',
  'adopted',
  '-adopted',
  'rate',
  '-rate',
] as const
/** Units with nothing in the period. */
export const silences = ['no-adoption', 'no-report'] as const

const filters = {
  campaign: Id,
  period: ScorePeriodName,
  class: Type.Optional(Type.String({ maxLength: 40 })),
  /** This unit and everything below. */
  under: Type.Optional(Id),
  /** Part of the unit's name. */
  q: Type.Optional(Type.String({ maxLength: 100 })),
  silence: Type.Optional(Type.Enum(silences)),
  order: Type.Optional(Type.Enum(rankingOrders)),
}
export const RankingFilter = Type.Object(filters, closed)
export type RankingFilter = Static<typeof RankingFilter>

export const RankingQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type RankingQuery = Static<typeof RankingQuery>

const figures = {
  points: Type.Number(),
  reported: Count,
  /** Reports adopted for the first time in the period. */
  adopted: Count,
  /** Adoptions of any kind: one report may have several. */
  adoptions: Count,
  late: Count,
  omitted: Count,
}

export const Naming = Type.Object(
  {
    /** Of the flag. */
    name: Text,
    on: Type.Enum(silences),
    period: Text,
    /** The period is not over yet. */
    open: Type.Boolean(),
  },
  closed,
)
export type Naming = Static<typeof Naming>

const place = {
  unitId: Id,
  unitName: Text,
  kind: Text,
  class: Text,
  className: Text,
  /** Among all units of its class in the campaign. */
  rank: Count,
  of: Count,
}

export const RankedUnit = Type.Object(
  {
    ...place,
    ...figures,
    /** Among those of its class that the list is about: below the unit asked for, in the caller's scope. */
    placed: Count,
    noAward: Type.Boolean(),
    named: Type.Array(Naming),
  },
  closed,
)
export type RankedUnit = Static<typeof RankedUnit>

export const RankingPage = Type.Object(
  {
    rows: Type.Array(RankedUnit),
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    /** Of all units of the list. */
    sums: Type.Object(figures, closed),
    /** Units of the list with nothing adopted, nothing reported. */
    silent: Type.Object({ 'no-adoption': Count, 'no-report': Count }, closed),
    /** The list is about part of the campaign's units: places in it are not those in the whole. */
    partial: Type.Boolean(),
  },
  closed,
)
export type RankingPage = Static<typeof RankingPage>

export const ScoreFigures = Type.Object(figures, closed)
export const ScorePlace = Type.Object(place, closed)

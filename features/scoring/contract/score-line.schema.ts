/** How a unit came to its points: one line for everything that gave points, or could have. */
import { type Static, Type } from 'typebox'
import { scoreKinds, scorePeriods } from './scoring-rules.schema.ts'

const closed = { additionalProperties: false }
const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })
const Per = Type.Enum(scorePeriods)

/** What a line is about: one of the kinds of rules, or a penalty that a number of them led to. */
export const lineKinds = [...scoreKinds, 'penalty'] as const

/** Why a line has no points. */
export const zeroReasons = [
  /** No rule of the version fits. */
  'no-rule',
  /** The report was not signed by the unit lead. */
  'unsigned',
  /** The rule counts so many only, and they were had. */
  'limit',
  /** The report has had as many points from another adoption. */
  'highest',
  /** A cap was reached. */
  'cap',
  /** The year is worth nothing. */
  'year-is-zero',
] as const

/** The explanation of a line, as data; names are those of the rules in words. */
export const ScoreReason = Type.Object(
  {
    /** What the rule gives. */
    base: Type.Number(),
    zero: Type.Optional(Type.Enum(zeroReasons)),
    /** Which instruction it is, on the same report or to the unit in the year. */
    ordinal: Type.Optional(
      Type.Object({ no: Count, within: Type.Enum(['report', 'year'] as const) }, closed),
    ),
    /** Units whose reports went into the one piece. */
    units: Type.Optional(Count),
    /** Points the report had from adoptions before; only what is above them is paid. */
    before: Type.Optional(Type.Number()),
    limit: Type.Optional(Type.Object({ times: Count, per: Per }, closed)),
    /** The cap that cut it: its points, and what was left of them. */
    cap: Type.Optional(
      Type.Object({ name: Text, points: Type.Number(), per: Per, left: Type.Number() }, closed),
    ),
    /** 报送基数: how many were asked for in which period, how many came. */
    minimum: Type.Optional(Type.Object({ period: Text, asked: Count, came: Count }, closed)),
    /** A penalty: how often what happened in which period. */
    penalty: Type.Optional(
      Type.Object({ period: Text, on: Type.Enum(scoreKinds), times: Count, came: Count }, closed),
    ),
    noAward: Type.Optional(Type.Boolean()),
    /** Points of the year that were taken back. */
    yearIsZero: Type.Optional(Type.Number()),
  },
  closed,
)
export type ScoreReason = Static<typeof ScoreReason>
export type LineKind = (typeof lineKinds)[number]
export type ZeroReason = (typeof zeroReasons)[number]

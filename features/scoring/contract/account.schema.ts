/** The points of one unit, line by line. */
import { type Static, Type } from 'typebox'
import { Naming, RankedUnit, ScoreFigures, ScorePeriodName } from './ranking.schema.ts'
import { lineKinds, ScoreReason } from './score-line.schema.ts'
import { ScoreSource } from './score-source.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })

export const AccountQuery = Type.Object({ campaign: Id, period: ScorePeriodName }, closed)
export type AccountQuery = Static<typeof AccountQuery>

export const AccountLine = Type.Object(
  {
    id: Text,
    kind: Type.Enum(lineKinds),
    day: Day,
    /** Of the rules, with its name. */
    version: Text,
    versionName: Text,
    ruleName: Nullable(Text),
    points: Type.Number(),
    report: Nullable(Type.Object({ id: Id, title: Text }, closed)),
    source: ScoreSource,
    why: ScoreReason,
  },
  closed,
)
export type AccountLine = Static<typeof AccountLine>

export const AccountMonth = Type.Object({ month: Text, ...ScoreFigures.properties }, closed)
export type AccountMonth = Static<typeof AccountMonth>

export const Account = Type.Object(
  {
    campaign: Type.Object({ id: Id, name: Text, from: Day, to: Day }, closed),
    period: Text,
    unit: RankedUnit,
    /** Every month of the campaign until now, also those with nothing. */
    months: Type.Array(AccountMonth),
    /** Of the period, in the order they were reckoned in. */
    lines: Type.Array(AccountLine),
    named: Type.Array(Naming),
    computedAt: Type.String({ format: 'date-time' }),
  },
  closed,
)
export type Account = Static<typeof Account>

/** The lists behind the figures of a unit. */
export const countedThings = ['reported', 'adopted', 'adoptions', 'late', 'omitted'] as const
export type CountedThing = (typeof countedThings)[number]

export const AccountListQuery = Type.Object(
  { campaign: Id, period: ScorePeriodName, of: Type.Enum(countedThings) },
  closed,
)
export type AccountListQuery = Static<typeof AccountListQuery>

export const AccountList = Type.Object(
  {
    unitName: Text,
    rows: Type.Array(
      Type.Object(
        {
          id: Text,
          day: Day,
          report: Nullable(Type.Object({ id: Id, title: Text }, closed)),
          source: ScoreSource,
          /** Signed by the unit lead; null where that is no question. */
          signed: Nullable(Type.Boolean()),
        },
        closed,
      ),
    ),
    total: Count,
  },
  closed,
)
export type AccountList = Static<typeof AccountList>

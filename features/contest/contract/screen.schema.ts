/** 大屏 of a contest, its public ranking, and figures of it as they stood at a moment. */
import { type Static, Type } from 'typebox'
import { contestStates } from './contest.flow.ts'
import { ContestHead, contestMeasures, Measured } from './statistics.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

export const Milestone = Type.Object(
  { at: Moment, measure: Type.Enum(contestMeasures), reached: Count },
  closed,
)
export type Milestone = Static<typeof Milestone>

const Line = Type.Object({ no: Count, name: Type.String(), people: Count, attempts: Count }, closed)
export const ContestScreen = Type.Object(
  {
    head: ContestHead,
    /** Of the server, when this picture was made. */
    now: Moment,
    total: Measured,
    today: Measured,
    /** Attempts of each hour of today and of the day before, from 0 to 23. */
    hours: Type.Array(Count),
    hoursBefore: Type.Array(Count),
    cities: Type.Array(Line),
    units: Type.Array(Type.Object({ ...Line.properties, rate: Nullable(Type.Number()) }, closed)),
    /** Masked; empty where the rules show no ranking. */
    people: Type.Array(
      Type.Object(
        { place: Count, name: Type.String(), unitName: Nullable(Type.String()), score: Type.Number() },
        closed,
      ),
    ),
    milestones: Type.Array(Milestone),
  },
  closed,
)
export type ContestScreen = Static<typeof ContestScreen>

/** What everybody may read of who is ahead; names of people are masked. */
export const PublicRanking = Type.Object(
  {
    slug: Type.String(),
    title: Type.String(),
    state: Type.Enum(contestStates),
    /** False: this contest shows no ranking, and the lists are empty. */
    shown: Type.Boolean(),
    /** When the boards were made; null: nobody has played yet. */
    made: Nullable(Moment),
    total: Measured,
    /** What points are: those of the best paper, of all papers together, or of their average. */
    scoring: Type.Enum(['best', 'cumulative', 'average'] as const),
    people: Type.Array(
      Type.Object(
        {
          place: Count,
          name: Type.String(),
          unitName: Nullable(Type.String()),
          score: Type.Number(),
          /** Seconds. */
          used: Type.Number(),
        },
        closed,
      ),
    ),
    units: Type.Array(
      Type.Object(
        {
          place: Count,
          name: Type.String(),
          people: Count,
          attempts: Count,
          rate: Nullable(Type.Number()),
          /** Points: of all its people, or each; by the rules. */
          score: Type.Number(),
        },
        closed,
      ),
    ),
    cities: Type.Array(
      Type.Object({ place: Count, name: Type.String(), people: Count, attempts: Count }, closed),
    ),
  },
  closed,
)
export type PublicRanking = Static<typeof PublicRanking>

/** The three measures as they stood at a moment: what an editor may write, and what it is taken from. */
export const ContestFigure = Type.Object(
  {
    id: Id,
    contest: Type.Object({ id: Id, slug: Type.String(), title: Type.String() }, closed),
    at: Moment,
    byName: Type.String(),
    value: Measured,
    /** Up to when the log was counted then. */
    countedAt: Nullable(Moment),
    sentence: Type.String(),
    /** As they stand now: the log goes on, and attempts may have been voided since. */
    now: Measured,
    /** False: only units of whoever took it. */
    whole: Type.Boolean(),
  },
  closed,
)
export type ContestFigure = Static<typeof ContestFigure>
export const ContestFigures = Type.Object({ rows: Type.Array(ContestFigure) }, closed)
export type ContestFigures = Static<typeof ContestFigures>

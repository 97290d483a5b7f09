/** What is counted from the log: rankings as they were last made, and measures by day, hour, unit, city and question. */
import { type Static, Type } from 'typebox'
import { Token } from './play.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Count = Type.Integer({ minimum: 0 })
const Moment = Type.String({ format: 'date-time' })

/** Points as the ranking goes by them; of an average in hundredths: shown divided by `pointsScale`. */
const Points = Type.Number()
export const pointsScale = { best: 1, cumulative: 1, average: 100 } as const

export const PeopleLine = Type.Object(
  {
    place: Count,
    playerNo: Count,
    /** Masked. */
    name: Type.String(),
    unitNo: Count,
    unitName: Nullable(Type.String()),
    groupNo: Type.Integer(),
    score: Points,
    /** Time as the ranking counts it: of the best paper, of all, or of the average one. */
    usedMs: Type.Number(),
    attempts: Count,
  },
  closed,
)
export type PeopleLine = Static<typeof PeopleLine>

/** A unit, or a city with all its units. */
export const UnitLine = Type.Object(
  {
    place: Count,
    no: Count,
    name: Type.String(),
    people: Count,
    attempts: Count,
    /** Ranking points of all its people. */
    score: Points,
    /** People expected of it, of a city of those of its units that say so. */
    expected: Nullable(Count),
    /** People of those units by people expected; null where nobody said. */
    rate: Nullable(Type.Number()),
    /** Ranking points by people. */
    average: Type.Number(),
  },
  closed,
)
export type UnitLine = Static<typeof UnitLine>

export const TeamLine = Type.Object(
  {
    place: Count,
    no: Count,
    name: Type.String(),
    unitName: Nullable(Type.String()),
    /** Members who played. */
    people: Count,
    score: Points,
  },
  closed,
)
export type TeamLine = Static<typeof TeamLine>

/** `people` and `teams` also of one group: `people:youth`. */
export type BoardKind = 'people' | `people:${string}` | 'units' | 'cities' | 'teams' | `teams:${string}`
type LineOf<K extends BoardKind> = K extends `people${string}`
  ? PeopleLine
  : K extends `teams${string}`
    ? TeamLine
    : UnitLine
export type Board<K extends BoardKind = BoardKind> = {
  readonly kind: K
  readonly madeAt: Date
  readonly lines: readonly LineOf<K>[]
}

/** Where somebody stands among those of their group (without groups: of all). */
export const PlayerPlace = Type.Object(
  {
    /** As people read them. */
    score: Points,
    attempts: Count,
    /** How many have more points, fewer points, and how many there are; who has as many is neither. */
    ahead: Count,
    behind: Count,
    players: Count,
    /** Exact, in the top list; else null. */
    place: Nullable(Count),
  },
  closed,
)
export type PlayerPlace = Static<typeof PlayerPlace>

export const PlaceWish = Type.Object({ ticket: Token }, closed)
/** Null: nothing of theirs counts yet, or the contest shows no ranking. */
export const OwnPlace = Type.Object({ place: Nullable(PlayerPlace) }, closed)
export type OwnPlace = Static<typeof OwnPlace>

export const RegradeProgress = Type.Object(
  {
    /** Numbers of the questions withdrawn so far. */
    questions: Type.Array(Count),
    state: Type.Enum(['none', 'working', 'done'] as const),
    /** Attempts looked at, and all that are to be looked at. */
    done: Count,
    total: Count,
    /** Whose points changed. */
    changed: Count,
    startedAt: Nullable(Moment),
    finishedAt: Nullable(Moment),
  },
  closed,
)
export type RegradeProgress = Static<typeof RegradeProgress>

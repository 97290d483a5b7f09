/** 异常答卷: attempts with a flag, looked at one by one or many with the same reason; and the lists behind the numbers. */
import { type Static, Type } from 'typebox'
import {
  ContestHead,
  ContestQuestionsExport,
  ContestStatisticsQuery,
  ContestUnitsExport,
} from './statistics.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const No = Type.Integer({ minimum: 0, maximum: 2_147_483_647 })
const place = { city: Type.Optional(No), unit: Type.Optional(No) }
const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}
const paged = { total: Count, page: Count, pageSize: Count }

export const playerOrders = ['rank', '-attempts', 'last'] as const
const players = {
  ...place,
  group: Type.Optional(No),
  /** Of what the ranking goes by, both ends within. */
  from: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
  to: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
  /** Who has an attempt that counts on it; with an hour: whose first of that day began in it. */
  day: Type.Optional(Day),
  hour: Type.Optional(Type.Integer({ minimum: 0, maximum: 23 })),
  order: Type.Optional(Type.Enum(playerOrders)),
}
export const ContestPlayersQuery = Type.Object({ ...players, ...paging }, closed)
export type ContestPlayersQuery = Static<typeof ContestPlayersQuery>
export const ContestPlayersExport = Type.Object(players, closed)
export type ContestPlayersExport = Static<typeof ContestPlayersExport>

export const ContestPlayerRow = Type.Object(
  {
    no: No,
    /** Masked. */
    name: Type.String(),
    unitName: Nullable(Type.String()),
    groupName: Nullable(Type.String()),
    attempts: Count,
    days: Count,
    best: Count,
    /** What the ranking goes by. */
    score: Type.Number(),
    lastAt: Moment,
  },
  closed,
)
export type ContestPlayerRow = Static<typeof ContestPlayerRow>
export const ContestPlayerPage = Type.Object(
  { rows: Type.Array(ContestPlayerRow), ...paged, title: Type.String(), placeName: Nullable(Type.String()) },
  closed,
)
export type ContestPlayerPage = Static<typeof ContestPlayerPage>

/** 待处理, 有效, 作废. */
export const reviewStates = ['waiting', 'valid', 'void'] as const
export type ReviewState = (typeof reviewStates)[number]
export const flagNames = ['fast', 'regular', 'late', 'restarted'] as const

const attempts = {
  ...place,
  player: Type.Optional(No),
  group: Type.Optional(No),
  day: Type.Optional(Day),
  hour: Type.Optional(Type.Integer({ minimum: 0, maximum: 23 })),
  /** Only those with a flag: any, or this one. */
  flag: Type.Optional(Type.Enum(['any', ...flagNames] as const)),
  state: Type.Optional(Type.Enum(reviewStates)),
}
export const ContestAttemptsQuery = Type.Object({ ...attempts, ...paging }, closed)
export type ContestAttemptsQuery = Static<typeof ContestAttemptsQuery>
export const ContestAttemptsExport = Type.Object(attempts, closed)
export type ContestAttemptsExport = Static<typeof ContestAttemptsExport>

export const ContestAttemptRow = Type.Object(
  {
    player: No,
    n: No,
    name: Type.String(),
    unitNo: No,
    unitName: Nullable(Type.String()),
    startedAt: Moment,
    handedInAt: Moment,
    usedSeconds: Type.Number(),
    score: Count,
    rightCount: Count,
    questionCount: Count,
    /** For each question: 1 right, 0 wrong, h half, - left out. */
    marks: Type.String(),
    /** Seconds for each question; where it was kept. */
    pace: Nullable(Type.Array(Type.Number())),
    flags: Type.Array(Type.Enum(flagNames)),
    voided: Type.Boolean(),
    reviewedName: Nullable(Type.String()),
    reviewedAt: Nullable(Moment),
    note: Nullable(Type.String()),
  },
  closed,
)
export type ContestAttemptRow = Static<typeof ContestAttemptRow>
export const ContestAttemptPage = Type.Object(
  { rows: Type.Array(ContestAttemptRow), ...paged, title: Type.String(), placeName: Nullable(Type.String()) },
  closed,
)
export type ContestAttemptPage = Static<typeof ContestAttemptPage>

/** How many wait, by flag and by unit: of units, never of a person. */
export const ContestReview = Type.Object(
  {
    head: ContestHead,
    counts: Type.Object({ waiting: Count, valid: Count, void: Count }, closed),
    flags: Type.Array(Type.Object({ flag: Type.Enum(flagNames), waiting: Count }, closed)),
    units: Type.Array(
      Type.Object(
        {
          no: No,
          name: Nullable(Type.String()),
          flagged: Count,
          waiting: Count,
          voided: Count,
          attempts: Count,
        },
        closed,
      ),
    ),
    /** What makes a flag: milliseconds for a question, spread of the pace as a share of its mean. */
    bounds: Type.Object({ fastMs: Count, spread: Type.Number() }, closed),
    mayReview: Type.Boolean(),
  },
  closed,
)
export type ContestReview = Static<typeof ContestReview>

export const ReviewDecision = Type.Object(
  {
    attempts: Type.Array(Type.Object({ player: No, n: No }, closed), { minItems: 1, maxItems: 500 }),
    decision: Type.Enum(['valid', 'void'] as const),
    reason: Type.String({ minLength: 2, maxLength: 300, pattern: '\\S\\s*\\S' }),
  },
  closed,
)
export type ReviewDecision = Static<typeof ReviewDecision>
export const ReviewOutcome = Type.Object({ changed: Count, unchanged: Count }, closed)
export type ReviewOutcome = Static<typeof ReviewOutcome>

const list = <Name extends string, Filters extends Parameters<typeof Type.Optional>[0]>(
  name: Name,
  filters: Filters,
) => Type.Object({ list: Type.Literal(name), filters }, closed)
/** A list as it is shown, as a workbook. */
export const StatisticsExport = Type.Union([
  list('series', ContestStatisticsQuery),
  list('units', ContestUnitsExport),
  list('questions', ContestQuestionsExport),
  list('players', ContestPlayersExport),
  list('attempts', ContestAttemptsExport),
])
export type StatisticsExport = Static<typeof StatisticsExport>

/** Pieces asked of units (约稿). */
import { type Static, Type } from 'typebox'
import { commissionActions, commissionStates } from './commission.flow.ts'
import { reportTitleLimit } from './report.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const State = Type.Enum(commissionStates)

export const commissionUnits = 500

/** Asked of each unit alike; all of them, or none. */
export const CommissionAsk = Type.Object(
  {
    units: Type.Array(Id, { minItems: 1, maxItems: commissionUnits }),
    title: Type.String({ minLength: 2, maxLength: reportTitleLimit }),
    brief: Type.String({ maxLength: 2_000 }),
    dueDay: Day,
    taskId: Type.Optional(Id),
    periodNo: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999 })),
    /** For a task done in several periods it may be any; without a task it belongs to a campaign, or to none. */
    campaignId: Type.Optional(Id),
    /** The unit it is asked by; the caller's topmost when left out. */
    deskId: Type.Optional(Id),
  },
  closed,
)
export type CommissionAsk = Static<typeof CommissionAsk>
export const CommissionAsked = Type.Object(
  { batchId: Id, commissions: Type.Array(Type.Object({ id: Id, unitId: Id }, closed)) },
  closed,
)
export type CommissionAsked = Static<typeof CommissionAsked>

export const Commission = Type.Object(
  {
    id: Id,
    batchId: Id,
    unitId: Id,
    unitName: Type.String(),
    deskId: Id,
    deskName: Type.String(),
    campaignId: Nullable(Id),
    campaignName: Nullable(Type.String()),
    taskId: Nullable(Id),
    taskName: Nullable(Type.String()),
    periodNo: Nullable(Count),
    periodName: Nullable(Type.String()),
    title: Type.String(),
    brief: Type.String(),
    dueDay: Day,
    state: State,
    /** Nothing had come when the day was over. */
    late: Type.Boolean(),
    /** Why it was cancelled. */
    reason: Nullable(Type.String()),
    report: Nullable(Type.Object({ id: Id, title: Type.String() }, closed)),
    byName: Type.String(),
    createdAt: Moment,
    settledAt: Nullable(Moment),
    version: Count,
    actions: Type.Array(Type.Enum(commissionActions)),
  },
  closed,
)
export type Commission = Static<typeof Commission>

export const commissionOrders = ['due', '-due', '-asked', 'unit'] as const
/** `asked`: by the caller's units; `received`: by the units the caller reports for. */
export const commissionSides = ['asked', 'received'] as const
const filters = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  side: Type.Optional(Type.Enum(commissionSides)),
  state: Type.Optional(State),
  /** This unit and everything below. */
  unit: Type.Optional(Id),
  taskId: Type.Optional(Id),
  batchId: Type.Optional(Id),
  /** Due day. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  sort: Type.Optional(Type.Enum(commissionOrders)),
}
export const CommissionFilters = Type.Object(filters, closed)
export type CommissionFilters = Static<typeof CommissionFilters>
export const CommissionQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type CommissionQuery = Static<typeof CommissionQuery>
export const CommissionPage = Type.Object(
  {
    rows: Type.Array(Commission),
    total: Count,
    page: Count,
    pageSize: Count,
    /** Of each state under the other filters, and of all together. */
    counts: Type.Object(
      Object.fromEntries(['all', ...commissionStates].map(state => [state, Count])) as Record<
        'all' | (typeof commissionStates)[number],
        typeof Count
      >,
      closed,
    ),
    unitName: Nullable(Type.String()),
    /** Whether the caller may ask for pieces, and may answer some. */
    asks: Type.Boolean(),
    answers: Type.Boolean(),
    today: Day,
  },
  closed,
)
export type CommissionPage = Static<typeof CommissionPage>

const version = { version: Count }
export const CommissionMove = Type.Object({ ...version, dueDay: Day }, closed)
export const CommissionCancel = Type.Object(
  { ...version, reason: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S\\s*\\S' }) },
  closed,
)

/** One task with its periods and the units it binds; what a unit has to do; periods opened for one. */
import { unitKinds } from '@jianbao/organisation/contract'
import { type Static, Type } from 'typebox'
import { campaignStates } from './campaign.flow.ts'
import { periodStates, Task } from './campaign.schema.ts'
import { rhythms } from './pack.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Day = Type.String({ format: 'date' })

export const taskActions = ['open-period'] as const

export const TaskDetail = Type.Object(
  {
    ...Task.properties,
    today: Day,
    campaignState: Type.Enum(campaignStates),
    campaignUnitName: Type.String(),
    campaignToDay: Day,
    /** Bound units that the caller sees, by kind. */
    boundKinds: Type.Array(Type.Object({ kind: Type.Enum(unitKinds), count: Count }, closed)),
    /** Periods opened again for units, as far as the caller sees these; those whose last day passed are not counted. */
    openings: Count,
    actions: Type.Array(Type.Enum(taskActions)),
  },
  closed,
)
export type TaskDetail = Static<typeof TaskDetail>

/** A unit may report on a period although it is locked. */
export const TaskOpening = Type.Object(
  {
    periodNo: Type.Integer(),
    periodName: Type.String(),
    untilDay: Day,
    reason: Type.String(),
    byName: Type.String(),
    at: Type.String({ format: 'date-time' }),
    /** Its last day passed. */
    over: Type.Boolean(),
  },
  closed,
)
export type TaskOpening = Static<typeof TaskOpening>

export const BoundUnit = Type.Object(
  {
    id: Id,
    code: Type.String(),
    name: Type.String(),
    kind: Type.Enum(unitKinds),
    /** The unit right above, as far as the caller sees it. */
    above: Nullable(Type.String()),
    openings: Type.Array(TaskOpening),
  },
  closed,
)
export type BoundUnit = Static<typeof BoundUnit>

const boundFilters = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  kind: Type.Optional(Type.Enum(unitKinds)),
  /** Only units for which a period is open again. */
  opened: Type.Optional(Type.Boolean()),
}
export const BoundQuery = Type.Object(
  {
    ...boundFilters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type BoundQuery = Static<typeof BoundQuery>
export const BoundFilter = Type.Object(boundFilters, closed)
export const BoundPage = Type.Object(
  { rows: Type.Array(BoundUnit), total: Count, page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type BoundPage = Static<typeof BoundPage>

export const PeriodOpening = Type.Object(
  {
    periodNo: Type.Integer({ minimum: 1, maximum: 999_999 }),
    unitId: Id,
    untilDay: Day,
    reason: Type.String({ minLength: 2, maxLength: 300 }),
  },
  closed,
)
export type PeriodOpening = Static<typeof PeriodOpening>
export const PeriodClosing = Type.Object(
  { periodNo: Type.Integer({ minimum: 1, maximum: 999_999 }), unitId: Id },
  closed,
)
export type PeriodClosing = Static<typeof PeriodClosing>

/** How far the unit is: `none` nothing handed in, `started`, `done` in time, `done-late`. */
export const periodStandings = ['none', 'started', 'done', 'done-late'] as const

const UnitTaskPeriod = Type.Object(
  {
    standing: Type.Enum(periodStandings),
    no: Type.Integer(),
    name: Type.String(),
    fromDay: Day,
    toDay: Day,
    dueDay: Day,
    lockDay: Nullable(Day),
    openUntil: Nullable(Day),
    state: Type.Enum(periodStates),
  },
  closed,
)
export const UnitTaskItem = Type.Object(
  {
    id: Id,
    campaignId: Id,
    campaignName: Type.String(),
    key: Type.String(),
    name: Type.String(),
    short: Type.String(),
    required: Type.Boolean(),
    stageName: Nullable(Type.String()),
    basis: Nullable(Type.String()),
    purpose: Nullable(Type.String()),
    lead: Nullable(Type.String()),
    rhythm: Nullable(Type.Enum(rhythms)),
    needed: Count,
    types: Type.Array(Type.Object({ key: Type.String(), name: Type.String() }, closed)),
    periods: Type.Array(UnitTaskPeriod),
  },
  closed,
)
export type UnitTaskItem = Static<typeof UnitTaskItem>

/** What a unit has to do in open campaigns. */
export const UnitTaskList = Type.Object(
  { unit: Type.Object({ id: Id, name: Type.String() }, closed), today: Day, tasks: Type.Array(UnitTaskItem) },
  closed,
)
export type UnitTaskList = Static<typeof UnitTaskList>
export const UnitTaskQuery = Type.Object({ unit: Type.Optional(Id) }, closed)

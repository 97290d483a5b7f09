import { itemStates } from '@jianbao/ledger/contract'
import { type Static, Type } from 'typebox'
import { findingActions, findingStates } from './tour.flow.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })

/** 一般, 较重, 严重 */
export const seriousnesses = ['minor', 'major', 'grave'] as const
export type Seriousness = (typeof seriousnesses)[number]

export const findingWords = {
  questionId: Nullable(Id),
  problem: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  /** 依据 */
  basis: Type.String({ maxLength: 1000 }),
  seriousness: Type.Enum(seriousnesses),
  /** 建议措施 */
  measure: Type.String({ maxLength: 2000 }),
  /** 建议整改期限 */
  dueDay: Nullable(Day),
}

/** The item it became, as it stands now; null where the caller may not see it. */
export const FindingItem = Type.Object(
  { id: Id, state: Type.Enum(itemStates), dueDay: Nullable(Day) },
  closed,
)

const head = {
  id: Id,
  stopId: Id,
  tourId: Id,
  tourName: Type.String(),
  unitId: Id,
  unitName: Type.String(),
  day: Day,
  ...findingWords,
  problem: Type.String(),
  state: Type.Enum(findingStates),
  reason: Nullable(Type.String()),
  item: Nullable(FindingItem),
  byName: Type.String(),
  at: Moment,
  version: Count,
  actions: Type.Array(Type.Enum(findingActions)),
}
export const Finding = Type.Object(head, closed)
export type Finding = Static<typeof Finding>

const filters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  id: Type.Optional(Id),
  tour: Type.Optional(Id),
  /** Visited units, with all below. */
  unit: Type.Optional(Id),
  state: Type.Optional(Type.Enum(findingStates)),
  seriousness: Type.Optional(Type.Enum(seriousnesses)),
  order: Type.Optional(Type.Enum(['newest', 'due', 'grave'])),
}
export const findingOrders = ['newest', 'due', 'grave'] as const
export const FindingQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type FindingQuery = Static<typeof FindingQuery>
export const findingColumns = [
  'problem',
  'unit',
  'tour',
  'seriousness',
  'state',
  'due',
  'basis',
  'measure',
  'written',
] as const
export type FindingColumn = (typeof findingColumns)[number]
export const FindingExport = Type.Object(
  { ...filters, columns: Type.Optional(Type.Array(Type.Enum(findingColumns), { uniqueItems: true })) },
  closed,
)
export type FindingExport = Static<typeof FindingExport>
export const FindingPage = Type.Object(
  {
    rows: Type.Array(Finding),
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    counts: Type.Object({ open: Count, confirmed: Count, raised: Count, dismissed: Count }, closed),
    unitName: Nullable(Type.String()),
    tourName: Nullable(Type.String()),
  },
  closed,
)
export type FindingPage = Static<typeof FindingPage>

const One = Type.Object({ id: Id, version: Count }, closed)
const Reason = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S\\s*\\S' })
export const mostAtOnce = 100
const some = { minItems: 1, maxItems: mostAtOnce }
export const FindingsConfirm = Type.Object({ findings: Type.Array(One, some) }, closed)
export const FindingsDismiss = Type.Object({ findings: Type.Array(One, some), reason: Reason }, closed)
/** Each with the measure and the day that stand in the ledger. */
export const FindingsRaise = Type.Object(
  {
    ledgerId: Id,
    findings: Type.Array(
      Type.Object({ ...One.properties, measure: Type.String({ maxLength: 2000 }), dueDay: Day }, closed),
      some,
    ),
  },
  closed,
)
export type FindingsRaise = Static<typeof FindingsRaise>
export const FindingsSettled = Type.Object({ findings: Type.Array(Finding) }, closed)
export type FindingsSettled = Static<typeof FindingsSettled>

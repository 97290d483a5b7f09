import { type Static, Type } from 'typebox'
import { needActions, needKinds, needSources, needStates } from './need.flow.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Moment = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })

/** What is typed by anybody: so long at the most, and no sign that cannot be seen. */
export const needLimits = { words: 1000, place: 60, mail: 254, reason: 500 } as const
const said = (length: number) => Type.String({ minLength: 2, maxLength: length, pattern: '\\S[\\s\\S]*\\S' })

const head = {
  id: Id,
  /** By which the asker looks it up. */
  number: Type.String(),
  unitId: Id,
  unitName: Type.String(),
  source: Type.Enum(needSources),
  kind: Type.Enum(needKinds),
  words: Type.String(),
  place: Type.String(),
  /** When it was heard. */
  day: Day,
  state: Type.Enum(needStates),
  /** Who entered it; empty for what came by the form. */
  registeredName: Type.String(),
  createdAt: Moment,
  version: Count,
  actions: Type.Array(Type.Enum(needActions)),
}

export const NeedSummary = Type.Object(head, closed)
export type NeedSummary = Static<typeof NeedSummary>

export const NeedStepRecord = Type.Object(
  {
    at: Moment,
    action: Type.Enum(['ask', 'register', 'settle', ...needActions] as const),
    byName: Type.String(),
    words: Nullable(Type.String()),
  },
  closed,
)
export type NeedStepRecord = Static<typeof NeedStepRecord>

export const NeedRecord = Type.Object(
  {
    ...head,
    /** Why it was declined, as the asker reads it. */
    reason: Nullable(Type.String()),
    /** Whether the asker left an address to be told at; it is shown to nobody. */
    tells: Type.Boolean(),
    /** What does it; null also for an item that is not the caller's to see. */
    item: Nullable(Type.Object({ id: Id, title: Type.String() }, closed)),
    history: Type.Array(NeedStepRecord),
  },
  closed,
)
export type NeedRecord = Static<typeof NeedRecord>

export const needOrders = ['oldest', 'newest'] as const
const filters = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  state: Type.Optional(Type.Enum(needStates)),
  source: Type.Optional(Type.Enum(needSources)),
  kind: Type.Optional(Type.Enum(needKinds)),
  /** A unit with everything below it. */
  unit: Type.Optional(Id),
  order: Type.Optional(Type.Enum(needOrders)),
}
export const NeedQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type NeedQuery = Static<typeof NeedQuery>

export const needColumns = ['number', 'words', 'kind', 'source', 'unit', 'state', 'day'] as const
export type NeedColumn = (typeof needColumns)[number]
export const NeedExport = Type.Object(
  { ...filters, columns: Type.Optional(Type.Array(Type.Enum(needColumns), { uniqueItems: true })) },
  closed,
)
export type NeedExport = Static<typeof NeedExport>

export const NeedPage = Type.Object(
  {
    rows: Type.Array(NeedSummary),
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    /** Under the same filters without the state. */
    counts: Type.Object(
      { waiting: Count, accepted: Count, merged: Count, declined: Count, settled: Count },
      closed,
    ),
    /** The unit the filter names; empty where it is not known. */
    unitName: Nullable(Type.String()),
  },
  closed,
)
export type NeedPage = Static<typeof NeedPage>

/** What staff heard on a visit or in an opinion. */
export const NeedDraft = Type.Object(
  {
    unitId: Id,
    source: Type.Enum(['visit', 'opinion'] as const),
    kind: Type.Enum(needKinds),
    words: said(needLimits.words),
    place: Type.String({ maxLength: needLimits.place }),
    day: Day,
  },
  closed,
)
export type NeedDraft = Static<typeof NeedDraft>

const version = { version: Count }
export const NeedAccept = Type.Object(
  {
    ...version,
    ledgerId: Id,
    title: said(120),
    /** Who does it; the unit of the need when left out. */
    unitId: Type.Optional(Id),
    dueDay: Day,
  },
  closed,
)
export type NeedAccept = Static<typeof NeedAccept>
export const NeedMerge = Type.Object({ ...version, itemId: Id }, closed)
export type NeedMerge = Static<typeof NeedMerge>
export const NeedReason = Type.Object({ ...version, reason: said(needLimits.reason) }, closed)
export type NeedReason = Static<typeof NeedReason>
export const NeedForward = Type.Object({ ...version, unitId: Id, reason: said(needLimits.reason) }, closed)
export type NeedForward = Static<typeof NeedForward>
export const NeedVersion = Type.Object(version, closed)

/** Where a need went; its record is null when that is no longer the caller's to see. */
export const NeedForwarded = Type.Object({ unitName: Type.String(), need: Nullable(NeedRecord) }, closed)
export type NeedForwarded = Static<typeof NeedForwarded>

/** The offices a need can be put to: of provinces, cities and counties. */
export const NeedOffices = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String(),
          cityId: Nullable(Id),
          cityName: Nullable(Type.String()),
          /** Of the caller's units: there they enter what they heard. */ mine: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type NeedOffices = Static<typeof NeedOffices>

/** Ledgers and items a need may go into. */
export const NeedTargets = Type.Object(
  {
    ledgers: Type.Array(Type.Object({ id: Id, name: Type.String() }, closed)),
    items: Type.Array(
      Type.Object({ id: Id, title: Type.String(), unitName: Type.String(), dueDay: Day }, closed),
    ),
  },
  closed,
)
export type NeedTargets = Static<typeof NeedTargets>
export const NeedTargetsQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }, closed)

/** One unit, one task, one period: the lines that the figures of coverage are counted of (台账明细, 查漏补缺). */
import { unitKinds } from '@jianbao/organisation/contract'
import { type Static, Type } from 'typebox'
import { coverageFrame } from './coverage.schema.ts'
import type { Nearness } from './tally.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

/** Every figure of coverage by name; each opens the list of what it counted. */
export const entryGroups = [
  'gap',
  'silent',
  'under-way',
  'near',
  'expected',
  'done',
  'on-time',
  'late',
  'early',
] as const
export type EntryGroup = (typeof entryGroups)[number]

/** Which letters of which periods a group is made of. */
export const groupRules: Readonly<Record<EntryGroup, readonly [readonly Nearness[], string]>> = {
  gap: [['due'], 'p.'],
  silent: [['due'], '.'],
  'under-way': [['due'], 'p'],
  near: [['near'], 'p.'],
  expected: [['due'], 'dlp.'],
  done: [['due'], 'dl'],
  'on-time': [['due'], 'd'],
  late: [['due'], 'l'],
  early: [['near', 'open'], 'dl'],
}

export const entryOrders = ['due', '-due', 'unit'] as const

const filters = {
  campaign: Type.Optional(Id),
  under: Type.Optional(Id),
  /** Only the unit named in `under`, nothing below it. */
  only: Type.Optional(Type.Boolean()),
  kind: Type.Optional(Type.Enum(unitKinds)),
  task: Type.Optional(Id),
  /** Of the task. */
  period: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999 })),
  /** `gap` when left out. */
  group: Type.Optional(Type.Enum(entryGroups)),
  sort: Type.Optional(Type.Enum(entryOrders)),
}
export const EntryFilter = Type.Object(filters, closed)
export type EntryFilter = Static<typeof EntryFilter>

export const EntryQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
)
export type EntryQuery = Static<typeof EntryQuery>

export const entryStates = ['on-time', 'late', 'under-way', 'silent', 'open'] as const

/** What proves a period: a report, or a fact of an imported bulletin (`imported`), with where to read it. */
export const Proof = Type.Object(
  {
    kind: Type.Enum(['report', 'imported']),
    /** Of the report, or of the article. Null: it lies where the caller does not read. */
    id: Nullable(Id),
    title: Nullable(Type.String()),
    /** The day it counts as handed in. */
    day: Day,
  },
  closed,
)
export type Proof = Static<typeof Proof>

/** What somebody is at: a report on its way, or a piece that was asked for. */
export const Pending = Type.Object(
  {
    kind: Type.Enum(['report', 'commission']),
    id: Id,
    title: Type.String(),
    /** Of the report or the commission. */
    state: Type.String(),
    /** The desk it lies on, or by when the piece was asked for. */
    at: Nullable(Type.String()),
  },
  closed,
)
export type Pending = Static<typeof Pending>

export const Entry = Type.Object(
  {
    itemId: Id,
    unitId: Id,
    unitName: Type.String(),
    unitKind: Type.Enum(unitKinds),
    above: Nullable(Type.String()),
    taskId: Id,
    taskName: Type.String(),
    required: Type.Boolean(),
    periodNo: Type.Integer(),
    /** Null of a task that is done once. */
    periodName: Nullable(Type.String()),
    dueDay: Day,
    /** Negative: so many days are left. */
    daysLate: Type.Integer(),
    state: Type.Enum(entryStates),
    proofs: Type.Array(Proof),
    pending: Type.Array(Pending),
    remindedAt: Nullable(Moment),
    reminders: Count,
  },
  closed,
)
export type Entry = Static<typeof Entry>

export const EntryPage = Type.Object(
  {
    ...coverageFrame,
    group: Type.Enum(entryGroups),
    /** Of every group under the same filters. */
    counts: Type.Record(Type.Enum(entryGroups), Count),
    rows: Type.Array(Entry),
    total: Count,
    page: Count,
    pageSize: Count,
    /** What the caller may do with the units of the list. */
    actions: Type.Array(Type.Enum(['remind', 'commission', 'export'])),
  },
  closed,
)
export type EntryPage = Static<typeof EntryPage>

/** One unit and one task: all its periods with what stands behind them. */
export const CoverageItem = Type.Object(
  {
    id: Id,
    unitId: Id,
    unitName: Type.String(),
    unitKind: Type.Enum(unitKinds),
    above: Nullable(Type.String()),
    /** The unit is no longer bound by the task. */
    bound: Type.Boolean(),
    campaignId: Id,
    taskId: Id,
    taskName: Type.String(),
    required: Type.Boolean(),
    basis: Nullable(Type.String()),
    lead: Nullable(Type.String()),
    needed: Count,
    today: Day,
    periods: Type.Array(
      Type.Object(
        {
          no: Type.Integer(),
          name: Nullable(Type.String()),
          fromDay: Day,
          dueDay: Day,
          daysLate: Type.Integer(),
          state: Type.Enum(entryStates),
          proofs: Type.Array(Proof),
          pending: Type.Array(Pending),
          /** Nothing is taken any more, and nobody opened it for this unit. */
          locked: Type.Boolean(),
          reminders: Type.Array(Type.Object({ at: Moment, by: Nullable(Type.String()) }, closed)),
        },
        closed,
      ),
    ),
    actions: Type.Array(Type.Enum(['remind', 'commission', 'report'])),
  },
  closed,
)
export type CoverageItem = Static<typeof CoverageItem>

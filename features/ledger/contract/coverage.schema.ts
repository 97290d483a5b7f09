/** The matrix of units and tasks (覆盖情况): what each was to report by today, and what came of it. */
import { unitKinds } from '@jianbao/organisation/contract'
import { type Static, Type } from 'typebox'
import { Tally } from './tally.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Count = Type.Integer({ minimum: 0 })

/** Who looks at coverage, each in the units they work for. */
export const coverageReaders = [
  'reporter',
  'unit-lead',
  'editor',
  'coordinator',
  'inspector',
  'signatory',
] as const

/** Units right below, each with all that is below it; every unit for itself; kinds of units. */
export const coverageLines = ['below', 'units', 'kinds'] as const
export type CoverageLines = (typeof coverageLines)[number]

const filters = {
  /** The newest open one when left out. */
  campaign: Type.Optional(Id),
  /** The unit with all below it; the topmost of the caller's when left out. */
  under: Type.Optional(Id),
  kind: Type.Optional(Type.Enum(unitKinds)),
}

export const CoverageFilter = Type.Object(
  {
    ...filters,
    /** Its periods are the columns, instead of the tasks. */
    task: Type.Optional(Id),
    lines: Type.Optional(Type.Enum(coverageLines)),
  },
  closed,
)
export type CoverageFilter = Static<typeof CoverageFilter>

export const CoverageQuery = Type.Object(
  {
    ...CoverageFilter.properties,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
)
export type CoverageQuery = Static<typeof CoverageQuery>

const Named = Type.Object({ id: Id, name: Type.String() }, closed)

export const CoverageColumn = Type.Object(
  {
    taskId: Id,
    /** Null: the whole task. */
    periodNo: Nullable(Type.Integer()),
    name: Type.String(),
    short: Type.String(),
    required: Type.Boolean(),
    stage: Nullable(Type.String()),
    /** Done again and again: a cell says how often of how many times. */
    rhythm: Nullable(Type.Enum(['month', 'quarter'])),
    /** When the last of its periods is due; of a column of one period that period. */
    dueDay: Nullable(Day),
    /** So many of its periods are due. */
    due: Count,
  },
  closed,
)
export type CoverageColumn = Static<typeof CoverageColumn>

export const CoverageCell = Type.Object(
  {
    ...Tally.properties,
    /** Where the cell is one unit's and not of several. */
    itemId: Nullable(Id),
  },
  closed,
)
export type CoverageCell = Static<typeof CoverageCell>

export const CoverageLine = Type.Object(
  {
    /** Null where the line is a kind of units. */
    unitId: Nullable(Id),
    name: Nullable(Type.String()),
    kind: Nullable(Type.Enum(unitKinds)),
    /** The unit above, where units of several stand in one list. */
    above: Nullable(Type.String()),
    /** The line of the unit alone, among those of the units below it. */
    own: Type.Boolean(),
    /** There are units below to look at. */
    opens: Type.Boolean(),
    /** One for each column; null where nothing binds. */
    cells: Type.Array(Nullable(CoverageCell)),
    total: Tally,
  },
  closed,
)
export type CoverageLine = Static<typeof CoverageLine>

/** What all answers about a campaign say first. */
export const coverageFrame = {
  /** Null: there is none that is open or closed. */
  campaign: Nullable(Type.Object({ id: Id, name: Type.String(), state: Type.String() }, closed)),
  campaigns: Type.Array(Named),
  today: Day,
  under: Nullable(Named),
  /** The units above it as far as the caller sees them, the topmost first. */
  line: Type.Array(Named),
  /** All of them, for the choice of one. */
  tasks: Type.Array(
    Type.Object(
      {
        id: Id,
        name: Type.String(),
        required: Type.Boolean(),
        rhythm: Nullable(Type.Enum(['month', 'quarter'])),
        periods: Type.Array(Type.Object({ no: Type.Integer(), name: Type.String(), dueDay: Day }, closed)),
      },
      closed,
    ),
  ),
}

export const Coverage = Type.Object(
  {
    ...coverageFrame,
    lines: Type.Enum(coverageLines),
    columns: Type.Array(CoverageColumn),
    rows: Type.Array(CoverageLine),
    /** Of everything under the filters, not only of this page. */
    totals: Type.Array(Tally),
    total: Count,
    sum: Tally,
    page: Count,
    pageSize: Count,
  },
  closed,
)
export type Coverage = Static<typeof Coverage>

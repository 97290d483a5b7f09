/** Sheets of units or people on their way into the register. */
import { type Static, Type } from 'typebox'
import { importActions, importStates } from './import.flow.ts'

const closed = { additionalProperties: false }
const Count = Type.Integer({ minimum: 0 })
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])

export const importKinds = ['units', 'people'] as const
export type ImportKind = (typeof importKinds)[number]
export const importKeepers = ['system-administrator'] as const

/** One thing that is wrong, told in one line; `row` and `cell` as the sheet counts them. */
export const ImportProblem = Type.Object(
  {
    row: Nullable(Type.Integer({ minimum: 1 })),
    /** Heading of the column. */
    column: Nullable(Type.String()),
    /** Address of the cell, `D17`. */
    cell: Nullable(Type.String()),
    code: Type.String(),
    message: Type.String(),
  },
  closed,
)
export type ImportProblem = Static<typeof ImportProblem>

/** A row that would be, or was, written; of a changed one the headings of the columns that change. */
export const ImportChange = Type.Object(
  {
    row: Type.Integer({ minimum: 1 }),
    kind: Type.Enum(['new', 'changed']),
    name: Type.String(),
    columns: Type.Array(Type.String()),
  },
  closed,
)
export type ImportChange = Static<typeof ImportChange>

const facts = {
  id: Type.String({ format: 'uuid' }),
  kind: Type.Enum(importKinds),
  fileName: Type.String(),
  sizeBytes: Count,
  state: Type.Enum(importStates),
  /** Rows done and rows in all of the step that goes on; 0 of 0 until they are counted. */
  done: Count,
  total: Count,
  /** Rows by what the check found; after the writing what was written. */
  counts: Type.Object({ new: Count, changed: Count, unchanged: Count, problems: Count }, closed),
  /** Why the whole file was refused, or why it failed. */
  problem: Nullable(Type.Object({ code: Type.String(), message: Type.String() }, closed)),
  /** The sheet with a column of its own for what came of each row can be fetched. */
  annotated: Type.Boolean(),
  personName: Type.String(),
  unitName: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' }),
  /** What the caller may do next. */
  actions: Type.Array(Type.Enum(importActions)),
}

export const ImportSummary = Type.Object(facts, closed)
export type ImportSummary = Static<typeof ImportSummary>

export const Import = Type.Object(
  {
    ...facts,
    /** The first of them; `counts.problems` says how many there are. */
    problems: Type.Array(ImportProblem),
    /** The first rows that would be written. */
    changes: Type.Array(ImportChange),
  },
  closed,
)
export type Import = Static<typeof Import>

export const ImportQuery = Type.Object(
  {
    kind: Type.Optional(Type.Enum(importKinds)),
    state: Type.Optional(Type.Enum(importStates)),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type ImportQuery = Static<typeof ImportQuery>

export const ImportPage = Type.Object(
  { rows: Type.Array(ImportSummary), total: Count, page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type ImportPage = Static<typeof ImportPage>

/** The rows behind a figure of a circular, as they are now. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })

export const countedWhats = [
  'reported',
  'adopted',
  'task',
  'on-time',
  'late',
  'silent',
  'commission',
  'commission-on-time',
  'commission-late',
  'commission-missed',
] as const
export type CountedWhat = (typeof countedWhats)[number]

export const CountedQuery = Type.Object(
  {
    what: Type.Enum(countedWhats),
    /** Only of this unit. */
    unit: Type.Optional(Id),
    /** Of tasks: which period of which. */
    task: Type.Optional(Id),
    periodNo: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type CountedQuery = Static<typeof CountedQuery>

export const CountedRow = Type.Object(
  {
    id: Type.String(),
    unitName: Type.String(),
    /** Of the report or the commission; null where a unit itself is counted. */
    title: Type.Union([Type.String(), Type.Null()]),
    /** Left its unit, was adopted, was due. */
    day: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
    reportId: Type.Union([Id, Type.Null()]),
  },
  closed,
)
export type CountedRow = Static<typeof CountedRow>

export const CountedPage = Type.Object(
  { rows: Type.Array(CountedRow), total: Count, page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type CountedPage = Static<typeof CountedPage>

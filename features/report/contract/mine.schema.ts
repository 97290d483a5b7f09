/** The reports of one's own unit (我的报送), as they are listed and exported. */
import { type Static, Type } from 'typebox'
import { ReportSummary, reportFilters, reportOrders } from './report.schema.ts'

const closed = { additionalProperties: false }
const Count = Type.Integer({ minimum: 0 })

/** Tabs of the list; `sign` are those that wait for the caller's signature. */
export const mineTabs = [
  'returned',
  'draft',
  'sign',
  'review',
  'submitted',
  'adopted',
  'kept',
  'withdrawn',
] as const
export type MineTab = (typeof mineTabs)[number]

const { q, campaignId, taskId, from, to } = reportFilters
const filters = {
  q,
  campaignId,
  taskId,
  from,
  to,
  type: Type.Optional(Type.String({ maxLength: 40 })),
  tab: Type.Optional(Type.Enum(mineTabs)),
  /** Written by the caller. */
  own: Type.Optional(Type.Boolean()),
  /** Nobody touched it for a day. */
  idle: Type.Optional(Type.Boolean()),
  /** What needs the caller first comes first when left out. */
  sort: Type.Optional(Type.Enum(reportOrders)),
}
export const MineFilters = Type.Object(filters, closed)
export const MineQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export const MineRow = Type.Object(
  {
    ...ReportSummary.properties,
    periodName: Type.Union([Type.String(), Type.Null()]),
    /** Why it came back, while it is back. */
    reason: Type.Union([Type.String(), Type.Null()]),
    /** Issues it ran in. */
    issues: Type.Array(Type.String()),
  },
  closed,
)
export const MinePage = Type.Object(
  {
    rows: Type.Array(MineRow),
    total: Count,
    page: Count,
    pageSize: Count,
    /** How many there are under each tab, under the other filters; `all` without a tab. */
    counts: Type.Object(
      Object.fromEntries(['all', ...mineTabs].map(tab => [tab, Count])) as Record<
        'all' | MineTab,
        typeof Count
      >,
      closed,
    ),
  },
  closed,
)
export type MineFilters = Static<typeof MineFilters>
export type MineQuery = Static<typeof MineQuery>
export type MineRow = Static<typeof MineRow>
export type MinePage = Static<typeof MinePage>
/** So many rows an exported sheet holds at most. */
export const mostExported = 200_000

/** The inbox of a desk (来稿): what lies on it, who is at it, and deeds on many at once. */
import { type Static, Type } from 'typebox'
import { ReportSummary, reportFilters, reportTextLimit, reportTitleLimit } from './report.schema.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })

/** Under filters each state is counted as far as this. */
export const inboxCountedTo = 2000
/** Tabs of an inbox; `all` is all of them together. */
export const inboxStates = ['submitted', 'accepted', 'adopted', 'kept', 'returned'] as const
export type InboxState = (typeof inboxStates)[number]
export const inboxTabs = [...inboxStates, 'all'] as const
export type InboxTab = (typeof inboxTabs)[number]

export const inboxOrders = ['-arrived', 'arrived', '-day', 'day'] as const
/** Whose hands a report is in: the caller's, somebody else's, nobody's. */
export const claimChoices = ['mine', 'others', 'nobody'] as const

const { state: _state, mine: _mine, ...filters } = reportFilters
/** Filters of an inbox; the tab is not one of them, its number is given for each. */
export const inboxFilters = {
  ...filters,
  type: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 })),
  /** One desk of those the caller has; all of them when left out. */
  desk: Type.Optional(Id),
  tab: Type.Optional(Type.Enum(inboxTabs)),
  claim: Type.Optional(Type.Enum(claimChoices)),
  commissioned: Type.Optional(Type.Boolean()),
  sort: Type.Optional(Type.Enum(inboxOrders)),
}
export const InboxQuery = Type.Object(
  {
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    ...inboxFilters,
  },
  closed,
)
export type InboxQuery = Static<typeof InboxQuery>

/** Columns of the workbook, in their order. */
export const inboxColumns = [
  'title',
  'unit',
  'type',
  'day',
  'task',
  'state',
  'arrived',
  'figures',
  'photos',
  'adopted',
  'author',
  'claim',
] as const
export type InboxColumn = (typeof inboxColumns)[number]
export const InboxExport = Type.Object(
  { ...inboxFilters, columns: Type.Optional(Type.Array(Type.Enum(inboxColumns), { maxItems: 12 })) },
  closed,
)
export type InboxExport = Static<typeof InboxExport>

export const InboxRow = Type.Object(
  {
    ...ReportSummary.properties,
    /** How many others on the desk tell of the same activity, as far as they are still to be decided on. */
    similar: Count,
  },
  closed,
)
export type InboxRow = Static<typeof InboxRow>

export const InboxPage = Type.Object(
  {
    rows: Type.Array(InboxRow),
    total: Count,
    page: Count,
    pageSize: Count,
    /** Of each tab under the other filters; each state as far as 2,000, without filters exact. */
    counts: Type.Object(
      Object.fromEntries(inboxTabs.map(tab => [tab, Count])) as Record<InboxTab, typeof Count>,
      closed,
    ),
    /** Numbers of 2,000 and above stand for that many or more. */
    more: Type.Boolean(),
    /** Name of the unit in the filters. */
    underName: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
)
export type InboxPage = Static<typeof InboxPage>

const Named = Type.Object({ id: Type.String(), name: Type.String() }, closed)
const Period = Type.Object({ no: Count, name: Type.String() }, closed)
const InboxCampaign = Type.Object(
  {
    id: Id,
    name: Type.String(),
    open: Type.Boolean(),
    columns: Type.Array(Named),
    types: Type.Array(Named),
    measures: Type.Array(Named),
    tasks: Type.Array(Type.Object({ id: Id, name: Type.String(), periods: Type.Array(Period) }, closed)),
  },
  closed,
)
/** What an inbox is filtered and sorted by. */
export const InboxWords = Type.Object(
  {
    /** Units in which the caller is an editor. */
    desks: Type.Array(Type.Object({ id: Id, name: Type.String(), top: Type.Boolean() }, closed)),
    /** The open ones first. */
    campaigns: Type.Array(InboxCampaign),
    /** The caller, to tell their own claims. */
    me: Type.String(),
  },
  closed,
)
export type InboxCampaign = Static<typeof InboxCampaign>
export type InboxWords = Static<typeof InboxWords>

/** A claim is held for so long unless its holder goes on. */
export const claimMinutes = 10
export const InboxClaim = Type.Object(
  {
    claim: Type.Union([
      Type.Object(
        { byId: Type.String(), byName: Type.String(), until: Type.String({ format: 'date-time' }) },
        closed,
      ),
      Type.Null(),
    ]),
    /** Of the report as it is now: what the page shows may be older. */
    version: Count,
  },
  closed,
)
export type InboxClaim = Static<typeof InboxClaim>

/** Deeds that are done to several reports at once. */
export const inboxDeeds = ['accept', 'adopt', 'keep', 'return', 'forward'] as const
export type InboxDeed = (typeof inboxDeeds)[number]
export const inboxAtOnce = 100

const Versioned = Type.Object({ id: Id, version: Count }, closed)
const reports = { reports: Type.Array(Versioned, { minItems: 1, maxItems: inboxAtOnce }) }
const column = { column: Type.String({ minLength: 1, maxLength: 40 }) }
const Reason = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S\\s*\\S' })
export const InboxMany = Type.Object(reports, closed)
export const InboxManyAdopt = Type.Object({ ...reports, ...column }, closed)
export const InboxManyReturn = Type.Object({ ...reports, reason: Reason }, closed)
export const InboxManyForward = Type.Object({ ...reports, reason: Type.Optional(Reason) }, closed)

/** All that could be done was done; the others are named, each with the reason. */
export const InboxDone = Type.Object(
  {
    done: Type.Array(Versioned),
    refused: Type.Array(
      Type.Object({ id: Id, title: Type.String(), code: Type.String(), reason: Type.String() }, closed),
    ),
  },
  closed,
)
export type InboxDone = Static<typeof InboxDone>

/** Several reports of one activity adopted as one piece: all of them, or none. */
export const InboxComposite = Type.Object(
  {
    reports: Type.Array(Versioned, { minItems: 2, maxItems: 30 }),
    ...column,
    title: Type.String({ minLength: 1, maxLength: reportTitleLimit }),
    body: Type.String({ minLength: 1, maxLength: reportTextLimit }),
  },
  closed,
)
export type InboxComposite = Static<typeof InboxComposite>
export const InboxCompositeDone = Type.Object({ compositeId: Id, done: Type.Array(Versioned) }, closed)
export type InboxCompositeDone = Static<typeof InboxCompositeDone>

/** Others on the desk that tell of the same activity, the likest first. */
export const InboxSimilar = Type.Object(
  { similar: Type.Array(Type.Object({ ...ReportSummary.properties, likeness: Type.Number() }, closed)) },
  closed,
)
export type InboxSimilar = Static<typeof InboxSimilar>

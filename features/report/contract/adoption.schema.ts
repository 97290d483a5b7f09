/** What a desk adopted: the text as it edits it, and the issue it ran in. */
import { type Static, Type } from 'typebox'
import { ReportFigure, reportTextLimit, reportTitleLimit } from './report.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

/** `edit`: the text; `register`: the issue it ran in; `unregister`. */
export const adoptionActions = ['edit', 'register', 'unregister'] as const

export const AdoptionIssue = Type.Object(
  { id: Nullable(Id), name: Type.String(), date: Nullable(Day), articleId: Nullable(Id) },
  closed,
)
export type AdoptionIssue = Static<typeof AdoptionIssue>

export const AdoptionRow = Type.Object(
  {
    id: Id,
    reportId: Id,
    /** Of the report. */
    unitName: Type.String(),
    reportTitle: Type.String(),
    /** The desk that adopted it. */
    deskId: Id,
    deskName: Type.String(),
    campaignId: Nullable(Id),
    columnKey: Type.String(),
    title: Type.String(),
    byName: Type.String(),
    at: Moment,
    /** Reports that were made into this piece. */
    composite: Nullable(Type.Object({ id: Id, reports: Count }, closed)),
    issue: Nullable(AdoptionIssue),
    version: Count,
    actions: Type.Array(Type.Enum(adoptionActions)),
  },
  closed,
)
export type AdoptionRow = Static<typeof AdoptionRow>

/** Of the whole list, not of the page alone. */
const counts = Type.Object({ all: Count, waiting: Count, registered: Count }, closed)
/** `matched`: of the newest without an issue those that an issue seems to have printed. */
export const adoptionTabs = ['waiting', 'matched', 'registered', 'all'] as const
export const AdoptionQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 100 })),
    tab: Type.Optional(Type.Enum(adoptionTabs)),
    column: Type.Optional(Type.String({ maxLength: 40 })),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type AdoptionQuery = Static<typeof AdoptionQuery>

/** An article that an adopted text may have become; nothing is registered until a person says so. */
export const IssueMatch = Type.Object(
  {
    issueId: Id,
    issueName: Type.String(),
    date: Nullable(Day),
    articleId: Nullable(Id),
    headline: Nullable(Type.String()),
    /** 0 to 1: how much alike the texts are. */
    likeness: Type.Number({ minimum: 0, maximum: 1 }),
  },
  closed,
)
export type IssueMatch = Static<typeof IssueMatch>

export const AdoptionPage = Type.Object(
  {
    rows: Type.Array(Type.Object({ ...AdoptionRow.properties, match: Nullable(IssueMatch) }, closed)),
    total: Count,
    page: Count,
    pageSize: Count,
    counts,
  },
  closed,
)
export type AdoptionPage = Static<typeof AdoptionPage>

export const AdoptionText = Type.Object(
  { columnKey: Type.String(), title: Type.String(), body: Type.String() },
  closed,
)
/** One adoption with what it was before each change, and the text its unit reported. */
export const AdoptionDetail = Type.Object(
  {
    ...AdoptionRow.properties,
    body: Type.String(),
    reported: Type.Object({ title: Type.String(), body: Type.String() }, closed),
    figures: Type.Array(ReportFigure),
    printed: Nullable(Type.Object({ title: Type.String(), body: Type.String() }, closed)),
    history: Type.Array(
      Type.Object({ ...AdoptionText.properties, byName: Type.String(), at: Moment }, closed),
    ),
  },
  closed,
)
export type AdoptionDetail = Static<typeof AdoptionDetail>

const version = { version: Count }
export const AdoptionEdit = Type.Object(
  {
    ...version,
    column: Type.String({ minLength: 1, maxLength: 40 }),
    title: Type.String({ minLength: 1, maxLength: reportTitleLimit }),
    body: Type.String({ minLength: 1, maxLength: reportTextLimit }),
  },
  closed,
)
export type AdoptionEdit = Static<typeof AdoptionEdit>
export const AdoptionRegister = Type.Object({ ...version, issueId: Id, articleId: Nullable(Id) }, closed)
export type AdoptionRegister = Static<typeof AdoptionRegister>
export const AdoptionVersion = Type.Object(version, closed)

/** Issues by number or series, the likest article of each first. */
export const MatchQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 60 })) }, closed)
export const IssueMatches = Type.Object({ matches: Type.Array(IssueMatch) }, closed)
export type IssueMatches = Static<typeof IssueMatches>

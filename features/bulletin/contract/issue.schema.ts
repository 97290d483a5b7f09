/** Issue, column, article: the one shape that imported bulletins and bulletins made at the desk share. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])

export const issueOrigins = ['imported', 'composed'] as const

/** How an issue is set: 简报 or 期刊. */
export const layouts = ['bulletin', 'magazine'] as const
export type Layout = (typeof layouts)[number]

/** One line of a list of issues. */
export const IssueSummary = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    series: Nullable(Type.String()),
    issueNo: Nullable(Type.Integer()),
    special: Type.Boolean(),
    runningNo: Nullable(Type.Integer()),
    publisher: Nullable(Type.String()),
    date: Nullable(Type.String()),
    origin: Type.Enum(issueOrigins),
    /** The document the issue was read from; null for a composed one, and for callers who may not open it. */
    documentId: Nullable(Type.String({ format: 'uuid' })),
    articles: Type.Integer({ minimum: 0 }),
    events: Type.Integer({ minimum: 0 }),
    figures: Type.Integer({ minimum: 0 }),
    /** What a person knows the issue by: its first headlines; of briefs alone, how the first two begin. */
    headlines: Type.Array(Type.String()),
    layout: Type.Enum(layouts),
    published: Type.Boolean(),
    createdAt: Type.String({ format: 'date-time' }),
    /** What the caller may do next. */
    may: Type.Array(Type.Enum(['publish', 'withdraw', 'layout', 'download'])),
  },
  closed,
)
export type IssueSummary = Static<typeof IssueSummary>

export const IssueArticle = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: Type.Enum(['article', 'briefs', 'essay', 'speech']),
    headline: Nullable(Type.String()),
    contributor: Nullable(Type.String()),
    paragraphs: Type.Array(Type.String()),
  },
  closed,
)
export type IssueArticle = Static<typeof IssueArticle>

export const IssueColumn = Type.Object(
  { name: Nullable(Type.String()), articles: Type.Array(IssueArticle) },
  closed,
)
export type IssueColumn = Static<typeof IssueColumn>

export const Issue = Type.Object(
  {
    ...IssueSummary.properties,
    /** 共印 N 份, as the imprint prints it. */
    printRun: Nullable(Type.Integer()),
    columns: Type.Array(IssueColumn),
    distribution: Type.Array(Type.Object({ to: Type.String(), entries: Type.Array(Type.String()) }, closed)),
    /** How many other issues share series, number, special and year; 0 without a series or a number. */
    sameIssue: Type.Integer({ minimum: 0 }),
  },
  closed,
)
export type Issue = Static<typeof Issue>

export const LayoutChoice = Type.Object({ layout: Type.Enum(layouts) }, closed)

export const issueOrders = ['newest', 'oldest', 'number'] as const

export const IssueQuery = Type.Object(
  {
    /** Part of a series, publisher or headline. */
    q: Type.Optional(Type.String({ maxLength: 100 })),
    series: Type.Optional(Type.String({ maxLength: 200 })),
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2200 })),
    published: Type.Optional(Type.Boolean()),
    order: Type.Optional(Type.Enum(issueOrders)),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type IssueQuery = Static<typeof IssueQuery>

export const IssuePage = Type.Object(
  {
    rows: Type.Array(IssueSummary),
    total: Type.Integer(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
    /** What the filters can be set to. */
    seriesNames: Type.Array(Type.String()),
    years: Type.Array(Type.Integer()),
  },
  closed,
)
export type IssuePage = Static<typeof IssuePage>

export const downloadFormats = ['pdf', 'docx', 'html', 'txt'] as const
export type DownloadFormat = (typeof downloadFormats)[number]

/** What vouches for an issue made at the desk: who signed it, and that its forms and the entry of the signature are whole. */
export const IssueSeal = Type.Object(
  {
    signedName: Nullable(Type.String()),
    signedAt: Nullable(Type.String({ format: 'date-time' })),
    /** Hash of the entry of the signature in the audit trail, as it is printed. */
    chainHead: Nullable(Type.String()),
    /** The trail still holds that entry. */
    kept: Type.Boolean(),
    forms: Type.Array(
      Type.Object(
        {
          format: Type.Enum(downloadFormats),
          sha256: Type.String(),
          sizeBytes: Nullable(Type.Integer({ minimum: 0 })),
          /** Its bytes, read again just now, are those that were issued. */
          state: Type.Enum(['whole', 'changed', 'missing']),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type IssueSeal = Static<typeof IssueSeal>

export const DownloadQuery = Type.Object(
  {
    format: Type.Enum(downloadFormats),
    standard: Type.Optional(Type.Enum(['ua-1', 'a-2a'])),
    red: Type.Optional(Type.Enum(['screen', 'press'])),
  },
  closed,
)

import { type Static, Type } from 'typebox'
import { caseActions, caseStates } from './case.flow.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Moment = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })

export const caseSourceKinds = ['article', 'report'] as const
export type CaseSourceKind = (typeof caseSourceKinds)[number]

export const mostTags = 8
/** A tag stands in an address and between commas. */
const Tag = Type.String({ minLength: 1, maxLength: 20, pattern: '^[^\\s,，、;；/]+$' })
const Tags = Type.Array(Tag, { maxItems: mostTags, uniqueItems: true })
const Title = Type.String({ minLength: 2, maxLength: 120, pattern: '\\S\\s*\\S' })
const Words = Type.String({ maxLength: 2000 })

const head = {
  id: Id,
  title: Type.String(),
  /** The unit that keeps the case. */
  unitId: Id,
  unitName: Type.String(),
  sourceKind: Type.Enum(caseSourceKinds),
  /** Whose practice it is, as the source says. */
  sourceUnit: Type.String(),
  sourceDay: Nullable(Day),
  /** How `why` begins. */
  opening: Type.String(),
  tags: Type.Array(Type.String()),
  state: Type.Enum(caseStates),
  markedName: Type.String(),
  markedAt: Moment,
  updatedAt: Moment,
  version: Count,
  actions: Type.Array(Type.Enum(caseActions)),
}

export const CaseSummary = Type.Object(head, closed)
export type CaseSummary = Static<typeof CaseSummary>

/** What a case was made from, as it stands now. */
export const CaseSource = Type.Object(
  {
    kind: Type.Enum(caseSourceKinds),
    id: Id,
    title: Type.String(),
    unit: Type.String(),
    day: Nullable(Day),
    /** 《…简报》第18期, of an article. */
    place: Type.String(),
    paragraphs: Type.Array(Type.String()),
    /** The case that was made of it already, when the caller sees it. */
    caseId: Nullable(Id),
  },
  closed,
)
export type CaseSource = Static<typeof CaseSource>

export const CaseStepRecord = Type.Object(
  {
    at: Moment,
    action: Type.Enum(['mark', ...caseActions] as const),
    byName: Type.String(),
    /** Which fields were changed. */
    changed: Type.Array(Type.Enum(['title', 'why', 'how', 'tags'])),
  },
  closed,
)
export type CaseStepRecord = Static<typeof CaseStepRecord>

export const CaseRecord = Type.Object(
  {
    ...head,
    /** 为何可行 */
    why: Type.String(),
    /** 怎么复制 */
    how: Type.String(),
    /** What the source was called when it was marked. */
    sourceTitle: Type.String(),
    /** Null when it is gone or not the caller's to see. */
    source: Nullable(CaseSource),
    history: Type.Array(CaseStepRecord),
  },
  closed,
)
export type CaseRecord = Static<typeof CaseRecord>

export const caseOrders = ['newest', 'updated', 'title'] as const

const filters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  tag: Type.Optional(Type.String({ maxLength: 20 })),
  state: Type.Optional(Type.Enum(caseStates)),
  /** A unit with everything below it. */
  unit: Type.Optional(Id),
  order: Type.Optional(Type.Enum(caseOrders)),
}

export const CaseQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type CaseQuery = Static<typeof CaseQuery>

export const caseColumns = ['title', 'source', 'tags', 'state', 'unit', 'marked', 'updated'] as const
export type CaseColumn = (typeof caseColumns)[number]
export const CaseExport = Type.Object(
  { ...filters, columns: Type.Optional(Type.Array(Type.Enum(caseColumns), { uniqueItems: true })) },
  closed,
)
export type CaseExport = Static<typeof CaseExport>

export const TagCount = Type.Object({ tag: Type.String(), cases: Count }, closed)
export type TagCount = Static<typeof TagCount>

export const CasePage = Type.Object(
  {
    rows: Type.Array(CaseSummary),
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    /** Under the same filters without the state. */
    counts: Type.Object({ draft: Count, approved: Count, public: Count }, closed),
    /** The tags of all cases the caller sees, the most frequent first. */
    tags: Type.Array(TagCount),
    /** The unit the filter names; empty where it is not known. */
    unitName: Nullable(Type.String()),
  },
  closed,
)
export type CasePage = Static<typeof CasePage>

const words = { title: Title, why: Words, how: Words, tags: Tags }

export const CaseDraft = Type.Object(
  { ...words, sourceKind: Type.Enum(caseSourceKinds), sourceId: Id },
  closed,
)
export type CaseDraft = Static<typeof CaseDraft>

/** Only what is named is changed. */
export const CaseChange = Type.Object(
  { version: Count, ...Type.Partial(Type.Object(words)).properties },
  closed,
)
export type CaseChange = Static<typeof CaseChange>

export const CaseVersion = Type.Object({ version: Count }, closed)
export type CaseVersion = Static<typeof CaseVersion>

export const CaseSourceQuery = Type.Object({ kind: Type.Enum(caseSourceKinds), id: Id }, closed)
export const CaseSourcesQuery = Type.Object(
  { kind: Type.Enum(caseSourceKinds), q: Type.Optional(Type.String({ maxLength: 100 })) },
  closed,
)
export const CaseSources = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        { ...CaseSource.properties, paragraphs: Type.Array(Type.String(), { maxItems: 1 }) },
        closed,
      ),
    ),
  },
  closed,
)
export type CaseSources = Static<typeof CaseSources>

export const SuggestWish = Type.Object(
  {
    /** The article that is being written; what is behind the limit tells no more of it. */
    text: Type.String({ maxLength: 20_000 }),
  },
  closed,
)
export const CaseSuggestions = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        { ...head, why: Type.String(), how: Type.String(), shared: Type.Array(Type.String()) },
        closed,
      ),
    ),
  },
  closed,
)
export type CaseSuggestions = Static<typeof CaseSuggestions>

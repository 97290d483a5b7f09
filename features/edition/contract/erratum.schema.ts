/** Source changes (数据变更) and errata (勘误). */
import { type Static, Type } from 'typebox'
import { editionStates } from './edition.flow.ts'
import { erratumActions, erratumStates } from './erratum.flow.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Text = (maxLength: number) => Type.String({ maxLength })
const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}

/** Why the words of an item may no longer hold. */
export const changeCauses = [
  /** A figure says another number, or is gone. */
  'figures',
  /** The adoption it was made of was taken back. */
  'revoked',
  /** The report went back to its unit. */
  'withdrawn',
] as const
export type ChangeCause = (typeof changeCauses)[number]

/** A number of a text whose sources changed. `now` null: its sources no longer go together, or are gone. */
export const ChangedNumber = Type.Object(
  {
    refId: Id,
    /** As it is printed. */
    shown: Type.String(),
    op: Type.String(),
    /** The words around it. */
    context: Type.String(),
    before: Type.String(),
    now: Nullable(Type.String()),
  },
  closed,
)
export type ChangedNumber = Static<typeof ChangedNumber>

/** One item of one issue that a report changed under. */
export const SourceChange = Type.Object(
  {
    id: Id,
    at: Moment,
    causes: Type.Array(Type.Enum(changeCauses)),
    reportId: Id,
    reportTitle: Type.String(),
    reportUnit: Type.String(),
    editionId: Id,
    editionName: Type.String(),
    editionState: Type.Enum(editionStates),
    itemId: Id,
    headline: Type.String(),
    columnName: Type.String(),
    numbers: Type.Array(ChangedNumber),
    /** Tasks of the ledger the report is proof of, and whether it still is. */
    ledger: Type.Array(
      Type.Object(
        { taskId: Id, campaignId: Id, unitId: Id, name: Type.String(), stands: Type.Boolean() },
        closed,
      ),
    ),
    /** Lines of points the report has. */
    scores: Type.Array(
      Type.Object(
        {
          campaignId: Id,
          unitId: Id,
          unitName: Type.String(),
          rule: Type.String(),
          points: Type.Number(),
          month: Type.String(),
        },
        closed,
      ),
    ),
    errata: Type.Array(Type.Object({ id: Id, state: Type.Enum(erratumStates) }, closed)),
    settledName: Nullable(Type.String()),
    settledReason: Nullable(Type.String()),
    actions: Type.Array(Type.Enum(['dismiss', 'draft'])),
  },
  closed,
)
export type SourceChange = Static<typeof SourceChange>

export const changeTabs = ['open', 'issued', 'settled'] as const
export const SourceChangeQuery = Type.Object(
  {
    q: Type.Optional(Text(100)),
    tab: Type.Optional(Type.Enum(changeTabs)),
    edition: Type.Optional(Id),
    ...paging,
  },
  closed,
)
export type SourceChangeQuery = Static<typeof SourceChangeQuery>
export const SourceChangePage = Type.Object(
  {
    rows: Type.Array(SourceChange),
    total: Count,
    page: Count,
    pageSize: Count,
    /** `open`: in issues in the making; `issued`: in issues that are out. */
    counts: Type.Object({ open: Count, issued: Count, settled: Count }, closed),
  },
  closed,
)
export type SourceChangePage = Static<typeof SourceChangePage>

export const Reason = Type.Object({ reason: Type.String({ minLength: 2, maxLength: 500 }) }, closed)
export type Reason = Static<typeof Reason>

const written = {
  /** Of the article it is about; null: of the issue as a whole. */
  itemId: Nullable(Id),
  /** Where it stands: a headline, or the beginning of the sentence. */
  place: Type.String({ minLength: 1, maxLength: 200 }),
  was: Type.String({ minLength: 1, maxLength: 500 }),
  isNow: Type.String({ minLength: 1, maxLength: 500 }),
  reason: Text(500),
  /** The sentence that is published. */
  words: Type.String({ minLength: 1, maxLength: 1000 }),
}

/** By hand, or of a number of a source change. */
export const ErratumDraft = Type.Object(
  {
    editionId: Id,
    changeId: Nullable(Id),
    refId: Nullable(Id),
    ...written,
    place: Text(200),
    /** Worded by the template when empty. */
    words: Text(1000),
  },
  closed,
)
export type ErratumDraft = Static<typeof ErratumDraft>
export const ErratumChange = Type.Object({ version: Count, ...written }, closed)
export type ErratumChange = Static<typeof ErratumChange>
export const ErratumStep = Type.Object(
  { version: Count, reason: Type.Optional(Type.String({ minLength: 2, maxLength: 500 })) },
  closed,
)
export type ErratumStep = Static<typeof ErratumStep>

export const Erratum = Type.Object(
  {
    id: Id,
    editionId: Id,
    editionName: Type.String(),
    unitName: Type.String(),
    changeId: Nullable(Id),
    ...written,
    headline: Nullable(Type.String()),
    state: Type.Enum(erratumStates),
    createdName: Type.String(),
    createdAt: Moment,
    approvedName: Nullable(Type.String()),
    approvedAt: Nullable(Moment),
    publishedName: Nullable(Type.String()),
    publishedAt: Nullable(Moment),
    /** Why it was given back or dropped. */
    note: Nullable(Type.String()),
    /** Recipients of the issue who are told. */
    recipients: Count,
    reprintedIn: Nullable(Id),
    version: Count,
    actions: Type.Array(Type.Enum(erratumActions)),
  },
  closed,
)
export type Erratum = Static<typeof Erratum>

export const ErratumQuery = Type.Object(
  {
    q: Type.Optional(Text(100)),
    state: Type.Optional(Type.Enum(erratumStates)),
    edition: Type.Optional(Id),
    ...paging,
  },
  closed,
)
export type ErratumQuery = Static<typeof ErratumQuery>
export const ErratumPage = Type.Object(
  {
    rows: Type.Array(Erratum),
    total: Count,
    page: Count,
    pageSize: Count,
    counts: Type.Object(
      { all: Count, draft: Count, approved: Count, published: Count, dropped: Count },
      closed,
    ),
  },
  closed,
)
export type ErratumPage = Static<typeof ErratumPage>

/** What an erratum by hand may be about: the items of an issue. */
export const ErratumPlaces = Type.Object(
  {
    editionName: Type.String(),
    places: Type.Array(
      Type.Object({ itemId: Id, columnName: Type.String(), headline: Type.String() }, closed),
    ),
    may: Type.Boolean(),
  },
  closed,
)
export type ErratumPlaces = Static<typeof ErratumPlaces>

/** Composing as it happens: reports that wait to be taken in, who is at which item, the pages as they would print. */
import { type Static, Type } from 'typebox'
import { ArticleDoc } from './article-doc.schema.ts'
import { editionStates } from './edition.flow.ts'
import { editionTabs, itemKinds } from './edition.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

/** An editor who is silent for longer has let go of what they were at. */
export const claimLeaseMs = 60_000
export const claimBeatMs = 20_000

export const CandidateQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 100 })),
    /** A column of the issue; `other`: adopted for a column it does not have. */
    column: Type.Optional(Type.String({ maxLength: 40 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type CandidateQuery = Static<typeof CandidateQuery>

/** What this desk adopted and no issue has yet; reports adopted as one piece (综合采用) are one. */
export const Candidate = Type.Object(
  {
    adoptionId: Id,
    reportId: Id,
    columnKey: Type.String(),
    title: Type.String(),
    excerpt: Type.String(),
    unitName: Type.String(),
    startDay: Nullable(Day),
    endDay: Nullable(Day),
    figures: Count,
    photos: Count,
    adoptedAt: Moment,
    adoptedBy: Type.String(),
    /** Units of the reports that are one piece with it, its own among them; null when it stands alone. */
    together: Nullable(Type.Array(Type.String())),
    /** Nothing of its unit ran in an issue of this desk this year. */
    firstThisYear: Type.Boolean(),
  },
  closed,
)
export type Candidate = Static<typeof Candidate>

export const CandidatePage = Type.Object(
  {
    rows: Type.Array(Candidate),
    total: Count,
    page: Count,
    pageSize: Count,
    /** Under the words that were looked for, by column of the issue; `other` last. */
    counts: Type.Array(Type.Object({ column: Type.String(), count: Count }, closed)),
  },
  closed,
)
export type CandidatePage = Static<typeof CandidatePage>

const Tab = Type.String({ format: 'uuid' })
/** `keep`: only as long as nobody else took it. */
export const ItemClaimWish = Type.Object({ tab: Tab, keep: Type.Boolean() }, closed)
export type ItemClaimWish = Static<typeof ItemClaimWish>
export const WindowMark = Type.Object({ tab: Tab }, closed)
export const AttendanceWish = Type.Object({ tab: Tab, leaves: Type.Boolean() }, closed)

export const ItemClaim = Type.Object(
  {
    itemId: Id,
    byId: Type.String(),
    byName: Type.String(),
    /** The window it is written in. */
    tab: Type.String(),
    until: Moment,
    /** Who asked the writer to let go of it. */
    askedBy: Nullable(Type.String()),
  },
  closed,
)
export type ItemClaim = Static<typeof ItemClaim>

export const PresenceQuery = Type.Object({ since: Type.Optional(Count) }, closed)
export const EditionPresence = Type.Object(
  {
    version: Count,
    state: Type.Enum(editionStates),
    /** Of another version than the asker's: by item its version, so that what is written stays untouched. */
    items: Nullable(Type.Array(Type.Object({ id: Id, version: Count }, closed))),
    people: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
    claims: Type.Array(ItemClaim),
  },
  closed,
)
export type EditionPresence = Static<typeof EditionPresence>

/** Words of an item as they stand in the editor, saved or not. */
export const PreviewWords = Type.Object(
  {
    kind: Type.Enum(itemKinds),
    headline: Type.String({ maxLength: 200 }),
    subtitle: Type.String({ maxLength: 200 }),
    contributor: Type.String({ maxLength: 120 }),
    doc: ArticleDoc,
    withheld: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type PreviewWords = Static<typeof PreviewWords>

export const PreviewWish = Type.Object(
  {
    tab: Tab,
    /** What is being written, in place of what is kept. */
    item: Type.Optional(Type.Object({ id: Id, words: PreviewWords }, closed)),
    /** Hashes of pages the asker has: they are not sent again. */
    known: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 400 }),
  },
  closed,
)
export type PreviewWish = Static<typeof PreviewWish>

/** Something about the layout that a clerk should look at. */
export const LayoutFault = Type.Object(
  {
    rule: Type.String(),
    /** From 1. */
    page: Nullable(Count),
    itemId: Nullable(Id),
    details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  },
  closed,
)
export type LayoutFault = Static<typeof LayoutFault>

export const EditionPreview = Type.Object(
  {
    version: Count,
    widthPt: Type.Number(),
    heightPt: Type.Number(),
    /** In order; `svg` is null for a page the asker knows. */
    pages: Type.Array(Type.Object({ hash: Type.String(), svg: Nullable(Type.String()) }, closed)),
    missing: Type.Array(Type.String()),
    faults: Type.Array(LayoutFault),
    /** So long it took to be set, in milliseconds. */
    ms: Type.Number(),
  },
  closed,
)
export type EditionPreview = Static<typeof EditionPreview>

export const proofFormats = ['pdf', 'docx'] as const
export const ProofCopyWish = Type.Object({ format: Type.Enum(proofFormats) }, closed)

export const EditionFilters = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 100 })),
    tab: Type.Optional(Type.Enum(editionTabs)),
    series: Type.Optional(Id),
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2200 })),
  },
  closed,
)
export type EditionFilters = Static<typeof EditionFilters>

/** Review: a person corrects what was read, settles the doubts and accepts the document into the archive. */
import {
  activityTypes,
  articleKinds,
  figureMeasures,
  IntakeDocument,
  Span,
  unitRoles,
} from '@jianbao/intake/contract'
import { type Static, Type } from 'typebox'
import { DocumentSummary } from './document.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Index = Type.Integer({ minimum: 0, maximum: 100_000 })
const Words = Type.String({ minLength: 1, maxLength: 400 })
const Day = Type.String({ format: 'date' })

const reading = { reading: Index }
const column = { ...reading, column: Index }
const article = { ...column, article: Index }
const paragraph = { ...article, paragraph: Index }
const event = { ...article, event: Index }

const edit = <A extends string, P extends Record<string, Parameters<typeof Type.Optional>[0]>>(
  act: A,
  fields: P,
) => Type.Object({ act: Type.Literal(act), ...fields }, closed)

/**
 * One correction. Indexes name places of the readings at the version the edit was made on. After an edit that changes
 * text, the facts of the articles it touched are read anew; corrections of facts that still stand there are kept.
 */
export const ReviewEdit = Type.Union([
  /** A field of the masthead; null empties it. */
  edit('set-issue', {
    ...reading,
    series: Type.Optional(Nullable(Words)),
    issueNo: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 100_000 }))),
    special: Type.Optional(Type.Boolean()),
    publisher: Type.Optional(Nullable(Words)),
    date: Type.Optional(Nullable(Day)),
  }),
  /** This paragraph and the next of the article become one. */
  edit('join-paragraphs', paragraph),
  /** The paragraph is parted before character `offset` of its text. */
  edit('split-paragraph', { ...paragraph, offset: Index }),
  /** The paragraph becomes a headline: it and what follows it in the article are an article of their own. */
  edit('make-headline', paragraph),
  /** The headline becomes the first paragraph; with `joinBefore` the article goes on in the one before it. */
  edit('drop-headline', { ...article, joinBefore: Type.Boolean() }),
  edit('set-headline', { ...article, headline: Nullable(Words) }),
  /** The paragraphs of this article are put at the end of article `into`; its headline must be empty. */
  edit('join-articles', { ...article, intoColumn: Index, intoArticle: Index }),
  /** A new article without a headline begins with this paragraph. */
  edit('split-article', paragraph),
  /** The article goes to another column (a new one when `toColumn` is null), to place `toPosition`. */
  edit('move-article', {
    ...article,
    toColumn: Nullable(Index),
    newColumn: Type.Optional(Nullable(Words)),
    toPosition: Type.Optional(Index),
  }),
  /** The paragraph goes to another place of the reading. */
  edit('move-paragraph', { ...paragraph, toColumn: Index, toArticle: Index, toPosition: Index }),
  edit('rename-column', { ...column, name: Nullable(Words) }),
  /** The paragraph is a column name: what follows it is in that column. */
  edit('make-column', paragraph),
  edit('set-kind', { ...article, kind: Type.Enum(articleKinds) }),
  /** The paragraph is the contributor line of its article. */
  edit('make-contributor', paragraph),
  edit('set-contributor', { ...article, contributor: Nullable(Words) }),
  /** The paragraph is no part of any article. */
  edit('make-noise', paragraph),
  /** Noise that belongs to an article after all, put before paragraph `toPosition`. */
  edit('restore-noise', {
    ...reading,
    noise: Index,
    toColumn: Index,
    toArticle: Index,
    toPosition: Index,
  }),
  /** The unit is another one; `remember` makes what stands in the text a short name of it from now on. */
  edit('set-unit', {
    ...event,
    unit: Index,
    name: Words,
    role: Type.Optional(Type.Enum(unitRoles)),
    remember: Type.Boolean(),
  }),
  edit('add-unit', { ...event, name: Words, role: Type.Enum(unitRoles) }),
  edit('drop-unit', { ...event, unit: Index }),
  edit('set-date', { ...event, date: Index, start: Nullable(Day), end: Nullable(Day) }),
  edit('add-date', { ...event, start: Day, end: Day }),
  edit('drop-date', { ...event, date: Index }),
  edit('set-figure', {
    ...event,
    figure: Index,
    value: Type.Number(),
    unit: Words,
    measure: Type.Enum(figureMeasures),
  }),
  edit('drop-figure', { ...event, figure: Index }),
  edit('set-type', { ...event, type: Type.Enum(activityTypes) }),
  edit('drop-event', event),
  /** The doubt was looked at: it is right as it stands. */
  edit('settle', { doubt: Type.String({ minLength: 1, maxLength: 200 }) }),
  /** All doubts of one kind, or all that are left, are right as they stand. */
  edit('settle-all', { code: Nullable(Type.String({ maxLength: 60 })) }),
])
export type ReviewEdit = Static<typeof ReviewEdit>
export type ReviewAct = ReviewEdit['act']

/** A place a person should look at: a warning of the reader, or a value it was not sure of. */
export const Doubt = Type.Object(
  {
    /** Stays the same while the place it speaks of stands. */
    id: Type.String(),
    code: Type.String(),
    message: Type.String(),
    span: Span,
    /** 0 to 1; the least sure come first. */
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
    /** Id of the mark in the reading it speaks of (`p0.1.2`, `e0.1.0.u2`), when it is one thing. */
    mark: Nullable(Type.String()),
    reading: Type.Integer({ minimum: 0 }),
    settled: Type.Boolean(),
  },
  closed,
)
export type Doubt = Static<typeof Doubt>

export const ReviewEntry = Type.Object(
  {
    seq: Type.Integer(),
    /** Null for accepting and reopening. */
    edit: Nullable(ReviewEdit),
    deed: Type.Enum(['edit', 'accept', 'reopen']),
    /** What was there and what is there now, in words of the document. */
    before: Nullable(Type.String()),
    after: Nullable(Type.String()),
    by: Type.String(),
    at: Type.String({ format: 'date-time' }),
    undone: Type.Boolean(),
  },
  closed,
)
export type ReviewEntry = Static<typeof ReviewEntry>

/** Who has the document open for review; it lapses when its holder falls silent. */
export const ReviewClaim = Type.Object(
  { by: Type.String(), mine: Type.Boolean(), until: Type.String({ format: 'date-time' }) },
  closed,
)

export const Review = Type.Object(
  {
    document: DocumentSummary,
    /** Rises with every edit, undo and redo; an edit names the version it was made on. */
    version: Type.Integer({ minimum: 0 }),
    text: Type.String(),
    readings: Type.Array(IntakeDocument),
    /** Least sure first. */
    doubts: Type.Array(Doubt),
    /** Issues of other documents that are the same number of the same series: the bulletin came twice, perhaps. */
    sameIssues: Type.Array(Type.String({ format: 'uuid' })),
    /** Newest first, the last 200. */
    history: Type.Array(ReviewEntry),
    claim: Nullable(ReviewClaim),
    may: Type.Array(Type.Enum(['edit', 'undo', 'redo', 'accept', 'reopen', 'take-over'])),
  },
  closed,
)
export type Review = Static<typeof Review>

export const EditOrder = Type.Object({ version: Type.Integer({ minimum: 0 }), edit: ReviewEdit }, closed)
export const VersionOrder = Type.Object({ version: Type.Integer({ minimum: 0 }) }, closed)
export const ClaimOrder = Type.Object(
  {
    /** One open page; two pages of one person are two. */
    page: Type.String({ format: 'uuid' }),
    takeOver: Type.Optional(Type.Boolean()),
  },
  closed,
)

/** The page is still open and shows this version. */
export const KeepOrder = Type.Object(
  { page: Type.String({ format: 'uuid' }), version: Type.Integer({ minimum: 0 }) },
  closed,
)
/** False: the page holds the document no longer, or shows it as it was. */
export const KeepAnswer = Type.Object({ kept: Type.Boolean() }, closed)

export const AcceptOrder = Type.Object(
  { ids: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 500 }) },
  closed,
)
/** Only documents without open doubts, whose issue is not there yet, are accepted together; the others are named with a reason. */
export const AcceptAnswer = Type.Object(
  {
    accepted: Type.Array(Type.String({ format: 'uuid' })),
    refused: Type.Array(Type.Object({ id: Type.String({ format: 'uuid' }), reason: Type.String() }, closed)),
  },
  closed,
)
export type AcceptAnswer = Static<typeof AcceptAnswer>

/** What a person said a printed name stands for; of one printed name the newest counts. */
export const LearnedName = Type.Object(
  {
    surface: Type.String(),
    name: Type.String(),
    by: Type.String(),
    at: Type.String({ format: 'date-time' }),
    /** The document it was said in; null once that is gone. */
    documentId: Nullable(Type.String({ format: 'uuid' })),
  },
  closed,
)
export const LearnedQuery = Type.Object(
  {
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export const LearnedPage = Type.Object(
  { rows: Type.Array(LearnedName), total: Type.Integer(), page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type LearnedPage = Static<typeof LearnedPage>
export const ForgetOrder = Type.Object({ surface: Type.String({ minLength: 1, maxLength: 200 }) }, closed)

export const NextReview = Type.Object(
  { documentId: Nullable(Type.String({ format: 'uuid' })), waiting: Type.Integer({ minimum: 0 }) },
  closed,
)
export type NextReview = Static<typeof NextReview>

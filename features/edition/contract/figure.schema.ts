/** Numbers of an issue with the reports they come from, and the figures of reports a number may be made of. */
import { type Static, Type } from 'typebox'
import { FigureAttrs, figureOps } from './article-doc.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Count = Type.Integer({ minimum: 0 })

const report = {
  reportId: Id,
  title: Type.String(),
  unitName: Type.String(),
  day: Nullable(Day),
}

/** One figure of one report. */
export const FigureFact = Type.Object(
  {
    ...report,
    figureId: Id,
    measure: Type.String(),
    measureName: Type.String(),
    value: Type.Number(),
    unit: Type.String(),
    qualifier: Type.String(),
    /** What was counted: 党员. */
    of: Nullable(Type.String()),
    /** As the report prints it. */
    surface: Nullable(Type.String()),
  },
  closed,
)
export type FigureFact = Static<typeof FigureFact>

/** `item`: of the reports an item was made of; `edition`: of all its items; `all`: of all reports the desk may see. */
export const figureReaches = ['item', 'edition', 'all'] as const
export const FigureFactQuery = Type.Object(
  {
    reach: Type.Enum(figureReaches),
    itemId: Type.Optional(Id),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    campaign: Type.Optional(Id),
    measure: Type.Optional(Type.String({ maxLength: 40 })),
    unit: Type.Optional(Type.String({ maxLength: 12 })),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
)
export type FigureFactQuery = Static<typeof FigureFactQuery>

export const FigureFactPage = Type.Object(
  {
    rows: Type.Array(FigureFact),
    total: Count,
    page: Count,
    pageSize: Count,
    /** What the reports of this reach have, before the filters by measure and unit. */
    measures: Type.Array(
      Type.Object({ key: Type.String(), name: Type.String(), unit: Type.String(), count: Count }, closed),
    ),
    campaigns: Type.Array(Type.Object({ id: Id, name: Type.String() }, closed)),
    /** How many reports there are in this reach, with figures or without. */
    reports: Count,
  },
  closed,
)
export type FigureFactPage = Static<typeof FigureFactPage>

export const FigureAsk = Type.Omit(FigureAttrs, ['id', 'shown'], closed)
export type FigureAsk = Static<typeof FigureAsk>

/** A report behind a number, with what it adds to it. */
export const FigureOrigin = Type.Object(
  {
    ...report,
    figureId: Nullable(Id),
    /** Null where the report alone is counted, or says it no longer. */
    value: Nullable(Type.Number()),
    unit: Nullable(Type.String()),
    qualifier: Nullable(Type.String()),
    of: Nullable(Type.String()),
    /** No longer handed in, or without this figure. */
    gone: Type.Boolean(),
  },
  closed,
)
export type FigureOrigin = Static<typeof FigureOrigin>

const value = { value: Type.Number(), unit: Type.String(), qualifier: Type.String() }
export const ResolvedFigure = Type.Object(
  {
    ...value,
    op: Type.Enum(figureOps),
    measure: Nullable(Type.String()),
    measureName: Nullable(Type.String()),
    origins: Type.Array(FigureOrigin),
  },
  closed,
)
export type ResolvedFigure = Static<typeof ResolvedFigure>

export const FigureAsks = Type.Object(
  { figures: Type.Array(FigureAsk, { minItems: 1, maxItems: 50 }) },
  closed,
)
/** In the order they were asked for; null: of unlike measures or units, or of reports the desk does not have. */
export const FigureAnswers = Type.Object({ figures: Type.Array(Nullable(ResolvedFigure)) }, closed)
export type FigureAnswers = Static<typeof FigureAnswers>

/**
 * `same`: the text says what the reports say; `changed`: they say something else than when it was written; `worded`:
 * the text never said it; `gone`: a report was taken back, or no longer has the figure.
 */
export const figureStates = ['gone', 'worded', 'changed', 'same'] as const

export const EditionFigure = Type.Object(
  {
    itemId: Id,
    headline: Type.String(),
    id: Id,
    block: Nullable(Count),
    op: Type.Enum(figureOps),
    measure: Nullable(Type.String()),
    measureName: Nullable(Type.String()),
    shown: Type.String(),
    state: Type.Enum(figureStates),
    /** As it was reckoned when it was written. */
    ...value,
    /** What it comes to now; null when it cannot be reckoned any more. */
    now: Nullable(Type.Object(value, closed)),
    /** As it would be printed now. */
    fresh: Nullable(Type.String()),
    origins: Type.Array(FigureOrigin),
  },
  closed,
)
export type EditionFigure = Static<typeof EditionFigure>

/** A typed number no figure stands behind. */
export const LooseNumber = Type.Object(
  {
    itemId: Id,
    headline: Type.String(),
    block: Count,
    start: Count,
    end: Count,
    surface: Type.String(),
    ...value,
  },
  closed,
)
export type LooseNumber = Static<typeof LooseNumber>

export const EditionFigures = Type.Object(
  { version: Count, figures: Type.Array(EditionFigure), loose: Type.Array(LooseNumber) },
  closed,
)
export type EditionFigures = Static<typeof EditionFigures>

export const FigureRefresh = Type.Object(
  {
    version: Count,
    figures: Type.Array(Type.Object({ itemId: Id, id: Id }, closed), { minItems: 1, maxItems: 400 }),
  },
  closed,
)
export type FigureRefresh = Static<typeof FigureRefresh>

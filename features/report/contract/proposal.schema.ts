/** What the reader proposes for a report, and the words it took each thing from. Nothing of it counts until accepted. */
import { Confidence, FigureMention, unitRoles } from '@jianbao/intake/contract'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Day = Type.String({ format: 'date' })

/** The longest text that may be pasted. */
export const proposalTextLimit = 40_000

/** Half-open, UTF-16 code units into `title.text` or into `body`. */
export const ProposalSpan = Type.Object(
  {
    in: Type.Enum(['title', 'body']),
    from: Type.Integer({ minimum: 0 }),
    to: Type.Integer({ minimum: 0 }),
  },
  closed,
)

const mark = {
  /** The words it was read from; null when it was inferred and no words say it. */
  spans: Type.Union([Type.Array(ProposalSpan), Type.Null()]),
  confidence: Confidence,
}

export const ProposedTitle = Type.Object(
  {
    text: Type.String(),
    /** False: no headline is printed, it was put together from words of the body, where its spans point. */
    printed: Type.Boolean(),
    ...mark,
  },
  closed,
)

export const ProposedDays = Type.Object(
  {
    start: Day,
    end: Day,
    surface: Type.String(),
    /** What the text leaves open and was taken from today; null when the text prints it all. */
    assumed: Type.Union([Type.Enum(['year', 'month']), Type.Null()]),
    /** 上旬, 月底, 前后: the text gives no exact day. */
    about: Type.Boolean(),
    /** The text tells it as still to come. */
    planned: Type.Boolean(),
    ...mark,
  },
  closed,
)

export const ProposedPlace = Type.Object({ text: Type.String(), ...mark }, closed)

export const ProposedUnit = Type.Object(
  {
    /** Of the tree of units, where the name is certain. */
    unitId: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
    name: Type.String(),
    surface: Type.String(),
    role: Type.Enum(unitRoles),
    /** The reporting unit itself (本会, 我校, or its name). */
    own: Type.Boolean(),
    ...mark,
  },
  closed,
)

/** `key` is that of an activity type of the campaign pack. */
export const ProposedType = Type.Object({ key: Type.String(), ...mark }, closed)

export const ProposedFigure = Type.Object(
  {
    /** Of the campaign pack; null where it has no measure for what was counted. */
    measure: Type.Union([Type.String(), Type.Null()]),
    value: Type.Number(),
    unit: Type.String(),
    qualifier: FigureMention.properties.qualifier,
    /** What was counted, in the words of the text. */
    of: Type.Union([Type.String(), Type.Null()]),
    surface: Type.String(),
    ...mark,
  },
  closed,
)

export const proposalWarnings = [
  /** Text of a web page or of WPS: its marks were taken away. */
  'markup-left-out',
  'macros-left-out',
  'links-left-out',
  'pictures-left-out',
  'pages-left-out',
  'characters-repaired',
  'control-characters',
  /** A day that lies ahead, though the text tells it as done. */
  'day-ahead',
  /** Several dated activities: they may be several reports. */
  'several-activities',
  /** It names units, and not the one it is reported for. */
  'own-unit-missing',
  /** Longer than a report may be: the rest was left out. */
  'cut-off',
] as const
export const ProposalWarning = Type.Object(
  { code: Type.Enum(proposalWarnings), message: Type.String() },
  closed,
)

/** Lines that are no part of the report itself; they are shown so that nothing vanishes unseen. */
export const leftOutReasons = ['contributor', 'salutation', 'signature', 'label', 'page-mark'] as const
export const LeftOut = Type.Object({ reason: Type.Enum(leftOutReasons), text: Type.String() }, closed)

export const ReportProposal = Type.Object(
  {
    title: Type.Union([ProposedTitle, Type.Null()]),
    /** Paragraphs, one a line. */
    body: Type.String(),
    days: Type.Union([ProposedDays, Type.Null()]),
    place: Type.Union([ProposedPlace, Type.Null()]),
    /** The reporting unit first. */
    units: Type.Array(ProposedUnit),
    type: Type.Union([ProposedType, Type.Null()]),
    figures: Type.Array(ProposedFigure),
    leftOut: Type.Array(LeftOut),
    warnings: Type.Array(ProposalWarning),
  },
  closed,
)

/** For which unit, and by which campaign's types and measures; the caller's own unit and its open campaign when left out. */
export const ProposalSubject = {
  unitId: Type.Optional(Type.String({ format: 'uuid' })),
  campaignId: Type.Optional(Type.String({ format: 'uuid' })),
}
export const ProposalQuery = Type.Object(ProposalSubject, closed)
export const ProposalAsk = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: proposalTextLimit }), ...ProposalSubject },
  closed,
)

/** Reports much like the one being written: of the same unit, within a day, under nearly the same title. */
export const SimilarAsk = Type.Object(
  {
    unitId: Type.Optional(Type.String({ format: 'uuid' })),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    startDay: Day,
    /** The report itself. */
    exceptId: Type.Optional(Type.String({ format: 'uuid' })),
  },
  closed,
)
export const SimilarReport = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    title: Type.String(),
    startDay: Type.Union([Day, Type.Null()]),
    state: Type.String(),
    /** 0 to 1: how much alike the titles are. */
    likeness: Type.Number({ minimum: 0, maximum: 1 }),
  },
  closed,
)
export const SimilarReports = Type.Object({ similar: Type.Array(SimilarReport) }, closed)

export type ProposalSpan = Static<typeof ProposalSpan>
export type ProposedDays = Static<typeof ProposedDays>
export type ProposedFigure = Static<typeof ProposedFigure>
export type ProposedUnit = Static<typeof ProposedUnit>
export type ProposalWarning = Static<typeof ProposalWarning>
export type LeftOut = Static<typeof LeftOut>
export type ReportProposal = Static<typeof ReportProposal>
export type ProposalAsk = Static<typeof ProposalAsk>
export type SimilarAsk = Static<typeof SimilarAsk>
export type SimilarReport = Static<typeof SimilarReport>

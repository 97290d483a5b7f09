/**
 * The intake document, `jianbao-document/1`: what was read out of one bulletin, and where each piece of it stands.
 * Offsets are UTF-16 code units into the decoded raw text; a span is half-open and a list of spans is in reading order.
 */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }

export const Span = Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 0 })])
export const Spans = Type.Array(Span)
/** 0 to 1: how sure the reader is of one value. Below 0.6 a warning says so too. */
export const Confidence = Type.Number({ minimum: 0, maximum: 1 })

/** First that fits, top to bottom. */
export const activityTypes = [
  'donation',
  'contest',
  'founding',
  'award',
  'directive',
  'culture',
  'media',
  'visit',
  'study',
  'meeting',
  'training',
  'outreach',
  'service',
  'guidance',
  'research',
  'other',
] as const

export const unitRoles = [
  'host',
  'co-host',
  'organise',
  'lead',
  'undertake',
  'participate',
  'support',
  'member',
  'subject',
  'donor',
  'recipient',
  'initiate',
  'promote',
] as const

export const placeKinds = [
  'province',
  'city',
  'county',
  'town',
  'village',
  'community',
  'school',
  'hospital',
  'company',
  'memorial',
  'venue',
  'site',
] as const

export const figureMeasures = [
  'people',
  'persontimes',
  'views',
  'copies',
  'goods',
  'items',
  'orgs',
  'teams',
  'channels',
  'sessions',
  'places',
  'money',
  'duration',
] as const

export const UnitMention = Type.Object(
  {
    name: Type.String(),
    surface: Type.String(),
    role: Type.Enum(unitRoles),
    generic: Type.Boolean(),
    /** The unit stands only inside a person's title (许昌市科协主席…) and acts through that person. */
    embedded: Type.Optional(Type.Boolean()),
    /** Taken from the headline or from the sentence before: the act itself prints no subject. */
    inherited: Type.Optional(Type.Boolean()),
    spans: Spans,
    confidence: Confidence,
  },
  closed,
)
export type UnitMention = Static<typeof UnitMention>

export const DateMention = Type.Object(
  {
    surface: Type.String(),
    role: Type.Enum(['when', 'duration']),
    kind: Type.Enum(['day', 'range', 'since', 'vague', 'anaphor', 'duration']),
    /** ISO days, both inclusive; null where the text leaves that end open. */
    start: Type.Union([Type.String(), Type.Null()]),
    end: Type.Union([Type.String(), Type.Null()]),
    part: Type.Union([Type.String(), Type.Null()]),
    /** Which ends are approximate: `start`, `end` or both (上旬, 前后, 月底). */
    fuzzy: Type.Array(Type.Enum(['start', 'end'])),
    inherited: Type.Optional(Type.Boolean()),
    spans: Spans,
    confidence: Confidence,
  },
  closed,
)
export type DateMention = Static<typeof DateMention>

export const PlaceMention = Type.Object(
  {
    name: Type.String(),
    surface: Type.String(),
    kind: Type.Enum(placeKinds),
    spans: Spans,
    confidence: Confidence,
  },
  closed,
)
export type PlaceMention = Static<typeof PlaceMention>

export const FigureMention = Type.Object(
  {
    surface: Type.String(),
    value: Type.Number(),
    /** Measure word without scale: 人, 人次, 份, 元 … */
    unit: Type.String(),
    measure: Type.Enum(figureMeasures),
    qualifier: Type.Enum(['exact', 'over', 'about', 'under', 'atleast']),
    /** The noun that was counted, as printed; null when none stands near. */
    of: Type.Union([Type.String(), Type.Null()]),
    spans: Spans,
    confidence: Confidence,
  },
  closed,
)
export type FigureMention = Static<typeof FigureMention>

export const EventFact = Type.Object(
  {
    type: Type.Enum(activityTypes),
    modality: Type.Enum(['done', 'ongoing', 'planned']),
    /** From the main verb to the head noun of the activity. */
    act: Type.String(),
    /** The sentence or sentences the event was read from. */
    text: Type.String(),
    spans: Spans,
    units: Type.Array(UnitMention),
    dates: Type.Array(DateMention),
    places: Type.Array(PlaceMention),
    figures: Type.Array(FigureMention),
    confidence: Confidence,
  },
  closed,
)
export type EventFact = Static<typeof EventFact>

export const articleKinds = ['article', 'briefs', 'essay', 'speech'] as const

export const DocumentArticle = Type.Object(
  {
    kind: Type.Enum(articleKinds),
    headline: Type.Union([Type.String(), Type.Null()]),
    headlineSpans: Spans,
    /** The whole （供稿：…） or (单位名) line. */
    contributor: Type.Union([Type.String(), Type.Null()]),
    contributorSpans: Spans,
    /** One string per logical paragraph, wraps undone, bullets kept. */
    paragraphs: Type.Array(Type.String()),
    /** Spans of each paragraph, same length and order as `paragraphs`. */
    paragraphSpans: Type.Array(Spans),
    /** The body as a whole, in reading order. */
    spans: Spans,
    events: Type.Array(EventFact),
  },
  closed,
)
export type DocumentArticle = Static<typeof DocumentArticle>

export const DocumentColumn = Type.Object(
  { name: Type.Union([Type.String(), Type.Null()]), spans: Spans, articles: Type.Array(DocumentArticle) },
  closed,
)
export type DocumentColumn = Static<typeof DocumentColumn>

export const distributionKinds = ['报', '送', '发'] as const
export const DistributionList = Type.Object(
  {
    to: Type.String(),
    entries: Type.Array(Type.String()),
    /** One list of spans per entry. */
    entrySpans: Type.Array(Spans),
    spans: Spans,
  },
  closed,
)
export type DistributionList = Static<typeof DistributionList>

/** A field of the masthead or imprint and where it was read: lets the page light it up. */
export const MastheadMark = Type.Object(
  {
    field: Type.Enum([
      'series',
      'issueNo',
      'special',
      'runningNo',
      'publisher',
      'date',
      'printRun',
      'secrecy',
    ]),
    spans: Spans,
    confidence: Confidence,
  },
  closed,
)
export type MastheadMark = Static<typeof MastheadMark>

/** Text that belongs to no article and no heading, with the reason why it was set aside. */
export const noiseReasons = [
  'page-number',
  'running-head',
  'repeated-masthead',
  'pinyin',
  'contents',
  'rule',
  'caption',
  'bullet',
  'label',
  'control-characters',
  'another-document',
  'orphan',
] as const
export const Noise = Type.Object(
  { reason: Type.Enum(noiseReasons), text: Type.String(), spans: Spans },
  closed,
)
export type Noise = Static<typeof Noise>

export const warningCodes = [
  'no-issue-number',
  'no-date',
  'no-column',
  'no-publisher',
  'no-headline',
  'join-uncertain',
  'column-uncertain',
  'kind-uncertain',
  'unit-uncertain',
  'date-uncertain',
  'figure-uncertain',
  'year-assumed',
  'encoding-repaired',
  'control-characters',
  'another-document',
  'list-count-differs',
  // What a manuscript held besides its text, or what was done to read it.
  'macros-left-out',
  'links-left-out',
  'pictures-left-out',
  'pages-left-out',
  'characters-repaired',
  'page-turned',
  'recognised',
  'recognition-uncertain',
] as const
export const IntakeWarning = Type.Object(
  { code: Type.Enum(warningCodes), message: Type.String(), span: Span },
  closed,
)
export type IntakeWarning = Static<typeof IntakeWarning>

export const IntakeDocument = Type.Object(
  {
    schema: Type.Literal('jianbao-document/1'),
    docType: Type.Enum(['bulletin', 'magazine', 'newspaper-page', 'article']),
    series: Type.Union([Type.Object({ name: Type.String() }, closed), Type.Null()]),
    issueNo: Type.Union([Type.Integer(), Type.Null()]),
    /** 增刊: numbered apart from the ordinary issues. */
    special: Type.Boolean(),
    /** 总期号, when printed. */
    runningNo: Type.Union([Type.Integer(), Type.Null()]),
    /** 共印 N 份, when printed. */
    printRun: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    publisher: Type.Union([Type.String(), Type.Null()]),
    date: Type.Union([Type.String(), Type.Null()]),
    distribution: Type.Array(DistributionList),
    columns: Type.Array(DocumentColumn),
    marks: Type.Array(MastheadMark),
    noise: Type.Array(Noise),
    warnings: Type.Array(IntakeWarning),
  },
  closed,
)
export type IntakeDocument = Static<typeof IntakeDocument>
export type Span = Static<typeof Span>

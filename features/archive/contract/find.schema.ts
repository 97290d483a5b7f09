/** Finding: search over the archive's articles, the timeline of events, units and figures. */
import {
  activityTypes,
  articleKinds,
  FigureMention,
  figureMeasures,
  unitRoles,
} from '@jianbao/intake/contract'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
/** A day that is asked for: the calendar of the database has no year 0. */
const AskedDay = Type.String({ format: 'date', pattern: '^(?!0000)' })
const Count = Type.Integer({ minimum: 0 })
const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}
const pageOf = <T extends Parameters<typeof Type.Array>[0]>(row: T) => ({
  rows: Type.Array(row),
  total: Count,
  page: Type.Integer(),
  pageSize: Type.Integer(),
})

/** Filters that articles, events and figures share; a unit means itself and everything below it. */
const filters = {
  unit: Type.Optional(Type.String({ maxLength: 100 })),
  /** Only the unit itself. */
  unitOnly: Type.Optional(Type.Boolean()),
  from: Type.Optional(AskedDay),
  to: Type.Optional(AskedDay),
  column: Type.Optional(Type.String({ maxLength: 100 })),
  type: Type.Optional(Type.Enum(activityTypes)),
  series: Type.Optional(Type.String({ maxLength: 200 })),
  /** Only what has no day, or stands under no column. */
  without: Type.Optional(Type.Enum(['day', 'column'])),
}

/** `q`: words apart must all stand there; “in quotation marks” as it is; -word must not. */
const searching = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  ...filters,
  kind: Type.Optional(Type.Enum(articleKinds)),
  /** Off: search exactly what was typed, no short names and synonyms. */
  synonyms: Type.Optional(Type.Boolean()),
}
export const searchOrders = ['best', 'newest', 'oldest'] as const
export const SearchQuery = Type.Object(
  { ...searching, order: Type.Optional(Type.Enum(searchOrders)), ...paging },
  closed,
)
export type SearchQuery = Static<typeof SearchQuery>

/** Text with the places that matched, as ranges of its own UTF-16 offsets. */
export const Marked = Type.Object(
  { text: Type.String(), marks: Type.Array(Type.Tuple([Count, Count])) },
  closed,
)
export type Marked = Static<typeof Marked>

/** Where an article stands. */
const place = {
  articleId: Id,
  issueId: Id,
  documentId: Nullable(Id),
  series: Nullable(Type.String()),
  issueNo: Nullable(Type.Integer()),
  special: Type.Boolean(),
  date: Nullable(Day),
  column: Nullable(Type.String()),
}

export const FoundFigure = Type.Object(
  {
    id: Id,
    measure: Type.Enum(figureMeasures),
    value: Type.Number(),
    unit: Type.String(),
    qualifier: FigureMention.properties.qualifier,
    surface: Type.String(),
    of: Nullable(Type.String()),
  },
  closed,
)

export const SearchHit = Type.Object(
  {
    ...place,
    kind: Type.Enum(articleKinds),
    /** How a headless article begins stands here too. */
    headline: Marked,
    /** Passages around the places that matched, at most three. */
    passages: Type.Array(Marked),
    units: Type.Array(Type.String()),
    events: Count,
    /** How many took part, as its events say, people and attendances apart; at most four. */
    people: Type.Array(FoundFigure),
  },
  closed,
)
export type SearchHit = Static<typeof SearchHit>

export const SearchPage = Type.Object(
  {
    ...pageOf(SearchHit),
    /** `total` was not counted to the end: there are at least so many. */
    totalIsFloor: Type.Boolean(),
    /** Short names and synonyms that were searched as well. */
    also: Type.Array(Type.Object({ word: Type.String(), with: Type.Array(Type.String()) }, closed)),
  },
  closed,
)
export type SearchPage = Static<typeof SearchPage>

export const SpreadQuery = Type.Object(searching, closed)
/** How the hits spread over time. */
export const Spread = Type.Object(
  {
    months: Type.Array(Type.Object({ month: Type.String(), hits: Count }, closed)),
    undated: Count,
    /** False: reckoned from a sample of the hits. */
    exact: Type.Boolean(),
    columns: Type.Array(Type.Object({ name: Nullable(Type.String()), hits: Count }, closed)),
    types: Type.Array(Type.Object({ type: Type.Enum(activityTypes), hits: Count }, closed)),
  },
  closed,
)
export type Spread = Static<typeof Spread>

export const SuggestQuery = Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }, closed)
export const Suggestions = Type.Array(
  Type.Object(
    {
      kind: Type.Enum(['unit', 'column', 'headline', 'series']),
      text: Type.String(),
      /** What of it was typed. */
      marks: Type.Array(Type.Tuple([Count, Count])),
      articleId: Type.Optional(Id),
      /** Articles that have it, counted up to 1,000. */
      hits: Type.Optional(Count),
    },
    closed,
  ),
)

export const RelatedArticles = Type.Array(
  Type.Object(
    {
      ...place,
      headline: Type.String(),
      /** What the two have in common: units, rare words. */
      because: Type.Array(Type.String()),
    },
    closed,
  ),
)

export const FoundUnit = Type.Object(
  { name: Type.String(), surface: Type.String(), role: Type.Enum(unitRoles) },
  closed,
)
/** One event of the archive, with the sentence it was read from. */
export const FoundEvent = Type.Object(
  {
    id: Id,
    ...place,
    headline: Nullable(Type.String()),
    type: Type.Enum(activityTypes),
    modality: Type.Enum(['done', 'ongoing', 'planned']),
    act: Type.String(),
    text: Type.String(),
    /** First and last day as far as the text says. */
    start: Nullable(Day),
    end: Nullable(Day),
    dateSurface: Nullable(Type.String()),
    /** True when the text gives no day and the issue's date stands in. */
    dateAssumed: Type.Boolean(),
    units: Type.Array(FoundUnit),
    places: Type.Array(Type.String()),
    figures: Type.Array(FoundFigure),
  },
  closed,
)
export type FoundEvent = Static<typeof FoundEvent>

export const EventQuery = Type.Object(
  {
    ...filters,
    measure: Type.Optional(Type.Enum(figureMeasures)),
    /** Another unit that took part. */
    partner: Type.Optional(Type.String({ maxLength: 100 })),
    order: Type.Optional(Type.Enum(['newest', 'oldest'])),
    ...paging,
  },
  closed,
)
export type EventQuery = Static<typeof EventQuery>
export const EventPage = Type.Object(pageOf(FoundEvent), closed)
export type EventPage = Static<typeof EventPage>

export const FoundArticleQuery = Type.Object({ q: searching.q, synonyms: searching.synonyms }, closed)
export type FoundArticleQuery = Static<typeof FoundArticleQuery>

/** One article as it is read after a search: the words lit, what was read from it, and where it stands. */
export const FoundArticle = Type.Object(
  {
    ...place,
    kind: Type.Enum(articleKinds),
    headline: Nullable(Marked),
    contributor: Nullable(Type.String()),
    paragraphs: Type.Array(Marked),
    /** Its place in the document, counted from 0: which bulletin, column and article. */
    reading: Count,
    columnPosition: Count,
    position: Count,
    /** In the order of the text, so that they have the numbers of the reading. */
    events: Type.Array(FoundEvent),
  },
  closed,
)
export type FoundArticle = Static<typeof FoundArticle>

export const TimelineQuery = Type.Object(
  { ...filters, measure: Type.Optional(Type.Enum(figureMeasures)) },
  closed,
)
export type TimelineQuery = Static<typeof TimelineQuery>
/** Events by month and type, and the units with most of them; every number is a query of `listEvents`. */
export const Timeline = Type.Object(
  {
    months: Type.Array(
      Type.Object({ month: Type.String(), type: Type.Enum(activityTypes), events: Count }, closed),
    ),
    units: Type.Array(Type.Object({ name: Type.String(), month: Type.String(), events: Count }, closed)),
    /** With those of no day, most first. */
    types: Type.Array(Type.Object({ type: Type.Enum(activityTypes), events: Count }, closed)),
    total: Count,
    undated: Count,
  },
  closed,
)
export type Timeline = Static<typeof Timeline>

export const UnitQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })), ...paging }, closed)
export const UnitRow = Type.Object(
  {
    name: Type.String(),
    /** Names above it, the topmost first. */
    above: Type.Array(Type.String()),
    events: Count,
    articles: Count,
    lastDay: Nullable(Day),
  },
  closed,
)
export const UnitList = Type.Object(pageOf(UnitRow), closed)
export type UnitList = Static<typeof UnitList>

/** A unit's page: all it ever did, with and without the units below it. */
export const UnitStory = Type.Object(
  {
    ...UnitRow.properties,
    /** Short names of the register and names the texts use for it. */
    otherNames: Type.Array(Type.String()),
    below: Type.Array(UnitRow),
    eventsBelow: Count,
    firstDay: Nullable(Day),
    types: Type.Array(Type.Object({ type: Type.Enum(activityTypes), events: Count }, closed)),
    partners: Type.Array(Type.Object({ name: Type.String(), events: Count }, closed)),
  },
  closed,
)
export type UnitStory = Static<typeof UnitStory>

export const FigureQuery = Type.Object(
  {
    ...filters,
    measure: Type.Optional(Type.Enum(figureMeasures)),
    order: Type.Optional(Type.Enum(['newest', 'oldest', 'largest'])),
    ...paging,
  },
  closed,
)
export type FigureQuery = Static<typeof FigureQuery>
export const FigurePage = Type.Object(
  {
    ...pageOf(
      Type.Object(
        {
          ...FoundFigure.properties,
          ...place,
          headline: Nullable(Type.String()),
          eventId: Id,
          /** The sentence it was read from, the figure marked. */
          sentence: Marked,
          start: Nullable(Day),
          units: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
    /** Per measure: how many figures there are under the same filters. Sums of what overlaps are not offered. */
    measures: Type.Array(Type.Object({ measure: Type.Enum(figureMeasures), figures: Count }, closed)),
  },
  closed,
)
export type FigurePage = Static<typeof FigurePage>

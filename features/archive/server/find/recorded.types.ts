/** An issue as its facts and its search index are written. */
import type {
  DateMention,
  EventFact,
  FigureMention,
  PlaceMention,
  UnitMention,
} from '@jianbao/intake/contract'

/** What is kept of an event; an EventFact of the reader is one. */
export type RecordedEvent = Pick<EventFact, 'type' | 'modality' | 'act' | 'text'> & {
  readonly units: readonly Pick<UnitMention, 'name' | 'surface' | 'role' | 'generic'>[]
  readonly dates: readonly Pick<DateMention, 'role' | 'surface' | 'start' | 'end'>[]
  readonly places: readonly Pick<PlaceMention, 'name' | 'surface' | 'kind'>[]
  readonly figures: readonly Pick<
    FigureMention,
    'measure' | 'value' | 'unit' | 'qualifier' | 'surface' | 'of'
  >[]
}
export type RecordedArticle = {
  readonly kind: 'article' | 'briefs' | 'essay' | 'speech'
  readonly headline: string | null
  readonly paragraphs: readonly string[]
  readonly events: readonly RecordedEvent[]
}
/** What stands in an issue; an accepted reading is one. */
export type RecordedReading = {
  readonly date: string | null
  readonly series: { readonly name: string | null } | null
  readonly columns: readonly { readonly name: string | null; readonly articles: readonly RecordedArticle[] }[]
}
/** An issue with the rows the bulletin room wrote for it: `articleIds[column][article]`. */
export type RecordedIssue = {
  readonly issueId: string
  readonly reading: RecordedReading
  readonly articleIds: readonly (readonly string[])[]
  /** Made at the desk, its facts those of the reports behind it; imported when left out. */
  readonly origin?: 'imported' | 'composed'
}

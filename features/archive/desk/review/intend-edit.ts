/** What a key means for the thing in hand: an edit at once, a dialogue that asks for more, or why it cannot be. */
import type { ReviewEdit } from '../../contract/index.ts'
import type { Reading } from '../reading.marks.ts'
import {
  type ArticlePlace,
  type EventPlace,
  eventOf,
  type MarkPlace,
  type ParagraphPlace,
  paragraphOf,
  placeForNoise,
  placeOf,
} from './mark-place.ts'
import type { ReviewAct } from './review.keys.ts'

export type Dialog =
  | { readonly name: 'unit' | 'date' | 'figure'; readonly place: EventPlace; readonly index: number | null }
  | { readonly name: 'event'; readonly place: EventPlace }
  | { readonly name: 'headline' | 'contributor'; readonly place: ArticlePlace }
  | { readonly name: 'column'; readonly column: number }
  | { readonly name: 'move'; readonly place: ArticlePlace; readonly paragraph: number | null }
  | { readonly name: 'split'; readonly place: ParagraphPlace; readonly cursor: number | null }
  | { readonly name: 'issue' }

export type Refusal =
  | 'chooseFirst'
  | 'noParagraph'
  | 'noNext'
  | 'headlineFirst'
  | 'noEvent'
  | 'noArticle'
  | 'notDroppable'
  | 'startOfArticle'

export type Intent =
  | { readonly edit: ReviewEdit }
  | { readonly dialog: Dialog }
  | { readonly refusal: Refusal }

export type EditAct = Exclude<
  ReviewAct,
  'next' | 'previous' | 'settle' | 'undo' | 'redo' | 'history' | 'keys' | 'accept'
>

export type InHand = {
  readonly at: number
  readonly reading: Reading
  readonly mark: string | null
  /** Where in its text the paragraph was clicked. */
  readonly cursor: number | null
}

export function intendEdit(act: EditAct, { at, reading, mark, cursor }: InHand): Intent {
  const place = placeOf(mark)
  if (!place && act !== 'date' && act !== 'change') return { refusal: 'chooseFirst' }
  const paragraph = paragraphOf(reading, place)
  const inReading = { reading: at }
  switch (act) {
    case 'headline':
      if (place?.kind === 'headline') return { dialog: { name: 'headline', place } }
      return paragraph
        ? edit({ act: 'make-headline', ...inReading, ...only(paragraph) })
        : refuse('noParagraph')
    case 'join':
      return intendJoin(at, reading, place, paragraph)
    case 'split':
      return paragraph ? { dialog: { name: 'split', place: paragraph, cursor } } : refuse('noParagraph')
    case 'article':
      if (paragraph?.paragraph === 0) return refuse('startOfArticle')
      return paragraph
        ? edit({ act: 'split-article', ...inReading, ...only(paragraph) })
        : refuse('noParagraph')
    case 'move':
      if (!place || !('article' in place)) return refuse('noArticle')
      return {
        dialog: {
          name: 'move',
          place: { column: place.column, article: place.article },
          paragraph: paragraph?.paragraph ?? null,
        },
      }
    case 'columnName':
      if (place?.kind === 'column') return { dialog: { name: 'column', column: place.column } }
      return paragraph
        ? edit({ act: 'make-column', ...inReading, ...only(paragraph) })
        : refuse('noParagraph')
    case 'contributor':
      if (place?.kind === 'contributor' || place?.kind === 'headline')
        return { dialog: { name: 'contributor', place } }
      return paragraph
        ? edit({ act: 'make-contributor', ...inReading, ...only(paragraph) })
        : refuse('noParagraph')
    case 'noise':
      return intendNoise(at, reading, place, paragraph)
    case 'unit':
    case 'date': {
      if (act === 'date' && (!place || place.kind === 'masthead')) return { dialog: { name: 'issue' } }
      const event = eventOf(reading, place)
      if (!event) return refuse('noEvent')
      const index = place?.kind === act ? place.index : null
      return { dialog: { name: act, place: event, index } }
    }
    case 'change':
      return intendChange(at, reading, place)
    case 'drop':
      return intendDrop(at, place)
  }
}

function intendJoin(
  at: number,
  reading: Reading,
  place: MarkPlace | null,
  paragraph: ParagraphPlace | null,
): Intent {
  if (place?.kind === 'headline') return refuse('headlineFirst')
  if (!paragraph) return refuse('noParagraph')
  const { column, article } = paragraph
  const articles = reading.columns[column]?.articles ?? []
  if (paragraph.paragraph + 1 < (articles[article]?.paragraphs.length ?? 0))
    return edit({ act: 'join-paragraphs', reading: at, ...only(paragraph) })
  const next = articles[article + 1]
  if (!next) return refuse('noNext')
  if (next.headline !== null) return refuse('headlineFirst')
  return edit({
    act: 'join-articles',
    reading: at,
    column,
    article: article + 1,
    intoColumn: column,
    intoArticle: article,
  })
}

function intendNoise(
  at: number,
  reading: Reading,
  place: MarkPlace | null,
  paragraph: ParagraphPlace | null,
): Intent {
  if (place?.kind === 'noise') {
    const to = placeForNoise(reading, place.index)
    return to ? edit({ act: 'restore-noise', reading: at, noise: place.index, ...to }) : refuse('noArticle')
  }
  if (place?.kind === 'headline') return refuse('headlineFirst')
  return paragraph ? edit({ act: 'make-noise', reading: at, ...only(paragraph) }) : refuse('noParagraph')
}

function intendChange(at: number, reading: Reading, place: MarkPlace | null): Intent {
  switch (place?.kind) {
    case undefined:
    case 'masthead':
      return { dialog: { name: 'issue' } }
    case 'noise':
      return intendNoise(at, reading, place, null)
    case 'column':
      return { dialog: { name: 'column', column: place.column } }
    case 'contributor':
      return { dialog: { name: 'contributor', place } }
    case 'headline':
    case 'paragraph':
      return { dialog: { name: 'headline', place: { column: place.column, article: place.article } } }
    case 'unit':
    case 'date':
    case 'figure':
      return { dialog: { name: place.kind, place, index: place.index } }
    case 'event':
    case 'place':
      return { dialog: { name: 'event', place } }
  }
}

function intendDrop(at: number, place: MarkPlace | null): Intent {
  switch (place?.kind) {
    case 'unit':
      return edit({ act: 'drop-unit', reading: at, ...event(place), unit: place.index })
    case 'date':
      return edit({ act: 'drop-date', reading: at, ...event(place), date: place.index })
    case 'figure':
      return edit({ act: 'drop-figure', reading: at, ...event(place), figure: place.index })
    case 'event':
      return edit({ act: 'drop-event', reading: at, ...event(place) })
    case 'headline': {
      const { column, article } = place
      return edit({ act: 'drop-headline', reading: at, column, article, joinBefore: false })
    }
    case 'contributor': {
      const { column, article } = place
      return edit({ act: 'set-contributor', reading: at, column, article, contributor: null })
    }
    default:
      return refuse('notDroppable')
  }
}

const edit = (order: ReviewEdit): Intent => ({ edit: order })
const refuse = (refusal: Refusal): Intent => ({ refusal })
const only = ({ column, article, paragraph }: ParagraphPlace) => ({ column, article, paragraph })
const event = ({ column, article, event: at }: EventPlace) => ({ column, article, event: at })

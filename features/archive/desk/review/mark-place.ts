/** From the id of a mark to its place in the reading, in the terms of the edits. */
import type { ReviewEdit } from '../../contract/index.ts'
import { eventsByParagraph, markId, type Reading } from '../reading.marks.ts'

export type ArticlePlace = { readonly column: number; readonly article: number }
export type ParagraphPlace = ArticlePlace & { readonly paragraph: number }
export type EventPlace = ArticlePlace & { readonly event: number }

export type MarkPlace =
  | { readonly kind: 'masthead' | 'noise'; readonly index: number }
  | { readonly kind: 'column'; readonly column: number }
  | ({ readonly kind: 'headline' | 'contributor' } & ArticlePlace)
  | ({ readonly kind: 'paragraph' } & ParagraphPlace)
  | ({ readonly kind: 'event' } & EventPlace)
  | ({ readonly kind: 'unit' | 'date' | 'place' | 'figure'; readonly index: number } & EventPlace)

const pattern =
  /^(?:([mnc])(\d+)|([hb])(\d+)\.(\d+)|p(\d+)\.(\d+)\.(\d+)|e(\d+)\.(\d+)\.(\d+)(?:\.([udpf])(\d+))?)$/
const facts = { u: 'unit', d: 'date', p: 'place', f: 'figure' } as const

/** @returns null for what has no place an edit could name: a doubt about something that is missing, a distribution. */
export function placeOf(id: string | null): MarkPlace | null {
  const found = pattern.exec(id ?? '')
  if (!found) return null
  const [, single, singleAt, pair, c2, a2, c3, a3, p3, c4, a4, e4, fact, index] = found
  if (single === 'c') return { kind: 'column', column: Number(singleAt) }
  if (single) return { kind: single === 'm' ? 'masthead' : 'noise', index: Number(singleAt) }
  if (pair)
    return { kind: pair === 'h' ? 'headline' : 'contributor', column: Number(c2), article: Number(a2) }
  if (p3 !== undefined)
    return { kind: 'paragraph', column: Number(c3), article: Number(a3), paragraph: Number(p3) }
  const event = { column: Number(c4), article: Number(a4), event: Number(e4) }
  return fact
    ? { kind: facts[fact as keyof typeof facts], ...event, index: Number(index) }
    : { kind: 'event', ...event }
}

/** @returns the paragraph a thing stands in; null for headlines, columns and what is in no article. */
export function paragraphOf(reading: Reading, place: MarkPlace | null): ParagraphPlace | null {
  if (place?.kind === 'paragraph') return place
  if (!place || !('event' in place)) return null
  const { column, article, event } = place
  const found = reading.columns[column]?.articles[article]
  if (!found) return null
  const paragraph = eventsByParagraph(found).findIndex(events => events.includes(event))
  return paragraph < 0 || paragraph >= found.paragraphs.length ? null : { column, article, paragraph }
}

/** @returns the event a thing belongs to: its own, or the first one that begins in its paragraph. */
export function eventOf(reading: Reading, place: MarkPlace | null): EventPlace | null {
  if (!place) return null
  if ('event' in place) return { column: place.column, article: place.article, event: place.event }
  if (place.kind !== 'paragraph') return null
  const { column, article } = place
  const found = reading.columns[column]?.articles[article]
  const event = found ? eventsByParagraph(found)[place.paragraph]?.[0] : undefined
  return event === undefined ? null : { column, article, event }
}

export type NoisePlace = {
  readonly toColumn: number
  readonly toArticle: number
  readonly toPosition: number
}

/** @returns where text set aside belongs by its place in the original; null when there is no article at all. */
export function placeForNoise(reading: Reading, noise: number): NoisePlace | null {
  const at = reading.noise[noise]?.spans[0]?.[0] ?? 0
  let best: (NoisePlace & { readonly start: number }) | null = null
  reading.columns.forEach((column, toColumn) => {
    column.articles.forEach((article, toArticle) => {
      const starts = article.paragraphSpans.map(spans => spans[0]?.[0] ?? Number.POSITIVE_INFINITY)
      const before = starts.filter(start => start <= at)
      const start = Math.max(
        -1,
        ...before,
        ...article.headlineSpans.map(span => span[0]).filter(s => s <= at),
      )
      // Before every article there is only the first one to go to.
      if (!best || (start <= at && start > best.start))
        best = { toColumn, toArticle, toPosition: before.length, start }
    })
  })
  if (!best) return null
  const { toColumn, toArticle, toPosition } = best as NoisePlace
  return { toColumn, toArticle, toPosition }
}

/** @returns the id of the thing an edit spoke of, on the version it was made on; null for one that names none. */
export function markOfEdit(edit: ReviewEdit): string | null {
  if ('event' in edit) {
    const event = markId.event(edit.column, edit.article, edit.event)
    if ('unit' in edit && typeof edit.unit === 'number') return markId.fact(event, 'unit', edit.unit)
    if ('date' in edit) return markId.fact(event, 'date', edit.date)
    return 'figure' in edit ? markId.fact(event, 'figure', edit.figure) : event
  }
  if ('paragraph' in edit) return markId.paragraph(edit.column, edit.article, edit.paragraph)
  if ('article' in edit)
    return edit.act === 'set-contributor'
      ? markId.contributor(edit.column, edit.article)
      : markId.headline(edit.column, edit.article)
  if ('column' in edit) return markId.column(edit.column)
  return 'noise' in edit ? markId.noise(edit.noise) : null
}

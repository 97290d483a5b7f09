/** What one reading marks in the original; ids name places of the reading, so that page and structure speak of the same thing. */
import type { MarkKind, TextMark } from '@jianbao/ui'
import type { ArchiveDocument } from '../contract/index.ts'

export type Reading = ArchiveDocument['readings'][number]
export type ReadingArticle = Reading['columns'][number]['articles'][number]
export type ReadingEvent = ReadingArticle['events'][number]
export type FactKind = 'unit' | 'date' | 'place' | 'figure'

/** Ids of marks: where in the reading the thing stands. */
export const markId = {
  masthead: (mark: number) => `m${mark}`,
  distribution: (list: number, entry: number) => `d${list}.${entry}`,
  column: (column: number) => `c${column}`,
  headline: (column: number, article: number) => `h${column}.${article}`,
  contributor: (column: number, article: number) => `b${column}.${article}`,
  paragraph: (column: number, article: number, paragraph: number) => `p${column}.${article}.${paragraph}`,
  event: (column: number, article: number, event: number) => `e${column}.${article}.${event}`,
  fact: (event: string, kind: FactKind, index: number) => `${event}.${kind[0]}${index}`,
  noise: (noise: number) => `n${noise}`,
  warning: (warning: number) => `w${warning}`,
}

/** A click on a place where several marks lie means the narrowest sense first. */
const ranks: Record<MarkKind, number> = {
  unit: 0,
  date: 0,
  place: 0,
  figure: 0,
  warning: 1,
  masthead: 2,
  column: 2,
  headline: 2,
  contributor: 2,
  distribution: 2,
  noise: 3,
  event: 4,
  paragraph: 5,
}

/** @param noiseTitle the words for a reason why text was set aside, shown where the pointer rests. */
export function readingMarks(
  reading: Reading,
  noiseTitle: (noise: Reading['noise'][number]) => string,
): TextMark[] {
  const marks: TextMark[] = []
  const add = (id: string, kind: MarkKind, spans: TextMark['spans'], title?: string) => {
    const wide = spans.filter(([start, end]) => end > start)
    if (wide.length > 0) marks.push({ id, kind, spans: wide, rank: ranks[kind], ...(title ? { title } : {}) })
  }
  reading.warnings.forEach((warning, at) => {
    add(markId.warning(at), 'warning', [visibleSpan(warning.span)])
  })
  reading.marks.forEach((mark, at) => {
    add(markId.masthead(at), 'masthead', mark.spans)
  })
  reading.distribution.forEach((list, at) => {
    list.entrySpans.forEach((spans, entry) => {
      add(markId.distribution(at, entry), 'distribution', spans)
    })
  })
  reading.columns.forEach((column, c) => {
    add(markId.column(c), 'column', column.spans)
    column.articles.forEach((article, a) => {
      add(markId.headline(c, a), 'headline', article.headlineSpans)
      add(markId.contributor(c, a), 'contributor', article.contributorSpans)
      article.paragraphSpans.forEach((spans, p) => {
        add(markId.paragraph(c, a, p), 'paragraph', spans)
      })
      article.events.forEach((event, e) => {
        const id = markId.event(c, a, e)
        add(id, 'event', event.spans)
        for (const kind of ['unit', 'date', 'place', 'figure'] as const)
          event[`${kind}s`].forEach((fact, at) => {
            add(markId.fact(id, kind, at), kind, fact.spans)
          })
      })
    })
  })
  reading.noise.forEach((noise, at) => {
    add(markId.noise(at), 'noise', noise.spans, noiseTitle(noise))
  })
  return marks
}

/** @returns for every paragraph the events that begin in it; an event outside all of them goes to the last. */
export function eventsByParagraph(article: ReadingArticle): number[][] {
  const lists: number[][] = article.paragraphs.map(() => [])
  article.events.forEach((event, at) => {
    const start = event.spans[0]?.[0] ?? -1
    const paragraph = article.paragraphSpans.findIndex(spans =>
      spans.some(([from, to]) => from <= start && start < to),
    )
    const list = lists[paragraph] ?? lists.at(-1)
    if (list) list.push(at)
    else lists.push([at])
  })
  return lists
}

/** What is missing has a place but no letters: the one before it is lit, so that every doubt can be found. */
export function visibleSpan([start, end]: readonly [number, number]): readonly [number, number] {
  return end > start ? [start, end] : start > 0 ? [start - 1, start] : [0, 1]
}

/** @returns the warnings in the order of their places in the original. */
export function warningsInOrder(reading: Reading) {
  return reading.warnings
    .map((warning, at) => ({
      id: markId.warning(at),
      code: warning.code,
      message: warning.message,
      start: warning.span[0],
    }))
    .sort((a, b) => a.start - b.start)
}

/**
 * @param from the mark to go on from. @param place where that mark begins, when it is no warning itself.
 * @returns the id of the next warning in reading order, round to the first again; null when there is none.
 */
export function nextWarning(reading: Reading, from: string | null, place = 0): string | null {
  const list = warningsInOrder(reading)
  const at = list.findIndex(({ id }) => id === from)
  const next = at >= 0 ? list[at + 1] : list.find(({ start }) => start >= place)
  return (next ?? list[0])?.id ?? null
}

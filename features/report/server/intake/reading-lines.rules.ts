import type { IntakeDocument } from '@jianbao/intake/contract'

export type ReadingLines = {
  /** Headlines and paragraphs in the order of the print. */
  readonly lines: string[]
  /** The first of them is a headline. */
  readonly headed: boolean
  readonly contributors: string[]
}

/**
 * What the reader of documents made of `raw`, one thing a line: a report is one article, whatever else its lines look
 * like. Line wraps are undone, page numbers gone.
 */
export function readingLines(document: IntakeDocument, raw: string): ReadingLines {
  const pieces: { at: number; words: string; headline: boolean }[] = []
  const add = (spans: readonly (readonly [number, number])[], words: string, headline = false): void => {
    if (words.trim() !== '') pieces.push({ at: spans[0]?.[0] ?? raw.length, words: words.trim(), headline })
  }
  const contributors: string[] = []
  for (const column of document.columns) {
    if (column.name !== null && column.spans.length) add(column.spans, column.name)
    for (const article of column.articles) {
      if (article.headline !== null) add(article.headlineSpans, article.headline, true)
      for (const [i, words] of article.paragraphs.entries()) add(article.paragraphSpans[i] ?? [], words)
      if (article.contributor !== null) contributors.push(article.contributor)
    }
  }
  // What looks like a masthead or a list of receivers has no place in a report, but is nothing to lose unseen.
  for (const mark of document.marks)
    for (const [from, to] of mark.spans) add([[from, to]], raw.slice(from, to))
  for (const list of document.distribution)
    for (const [from, to] of list.spans) add([[from, to]], raw.slice(from, to))
  for (const noise of document.noise)
    if (noise.reason !== 'page-number' && /\p{L}{2}/u.test(noise.text)) add(noise.spans, noise.text)
  pieces.sort((a, b) => a.at - b.at)
  return { lines: pieces.map(piece => piece.words), headed: pieces[0]?.headline ?? false, contributors }
}

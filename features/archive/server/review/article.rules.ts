/** Places of a reading and the pieces articles are made of; every change leaves what it does not touch as it is. */
import { Problem } from '@jianbao/errors'
import { alignText, meetSpans, printedText } from '@jianbao/intake'
import type { DocumentArticle, DocumentColumn, IntakeDocument, Noise, Span } from '@jianbao/intake/contract'

/** A paragraph, heading or other text with the place it is printed at. */
export type Piece = { readonly text: string; readonly spans: Span[] }
export type ArticlePlace = { readonly column: number; readonly article: number }

/** What a rule answers: the reading as it is now, what to tell of it, and which doubtful places a person has decided. */
export type Edited = {
  readonly reading: IntakeDocument
  readonly before: string
  readonly after: string
  readonly decided?: readonly Span[]
}

export const gone = () => new Problem('review-place-gone')
export const refuse = (reason: string) => new Problem('not-now', { reason })

export function columnAt(reading: IntakeDocument, at: number): DocumentColumn {
  const column = reading.columns[at]
  if (!column) throw gone()
  return column
}

export function articleAt(reading: IntakeDocument, { column, article }: ArticlePlace): DocumentArticle {
  const found = columnAt(reading, column).articles[article]
  if (!found) throw gone()
  return found
}

export function pieceAt(article: DocumentArticle, paragraph: number): Piece {
  const text = article.paragraphs[paragraph]
  if (text === undefined) throw gone()
  return { text, spans: article.paragraphSpans[paragraph] ?? [] }
}

export function piecesOf(article: DocumentArticle): Piece[] {
  return article.paragraphs.map((_, at) => pieceAt(article, at))
}

export function withPieces(article: DocumentArticle, pieces: readonly Piece[], raw: string): DocumentArticle {
  const paragraphSpans = pieces.map(piece => piece.spans)
  return {
    ...article,
    paragraphs: pieces.map(piece => piece.text),
    paragraphSpans,
    spans: meetSpans(paragraphSpans, raw),
  }
}

export function withContributor(article: DocumentArticle, piece: Piece | null): DocumentArticle {
  return { ...article, contributor: piece?.text ?? null, contributorSpans: piece?.spans ?? [] }
}

/** A new article without a headline. */
export function newArticle(
  kind: DocumentArticle['kind'],
  pieces: readonly Piece[],
  raw: string,
): DocumentArticle {
  const bare = { kind, headline: null, headlineSpans: [], contributor: null, contributorSpans: [] }
  return withPieces({ ...bare, paragraphs: [], paragraphSpans: [], spans: [], events: [] }, pieces, raw)
}

/** A text as it is printed in its place, whatever a person typed over it; null when it is printed nowhere. */
export function asPrinted(raw: string, text: string | null, spans: Span[]): Piece | null {
  if (text === null || !spans.length) return null
  return { text: (alignText(raw, text, spans) ?? printedText(raw, spans)).text, spans }
}

export function contributorOf(raw: string, article: DocumentArticle): Piece | null {
  return asPrinted(raw, article.contributor, article.contributorSpans)
}

/** Puts articles in place of `remove` of them. */
export function spliceArticles(
  reading: IntakeDocument,
  { column, article }: ArticlePlace,
  remove: number,
  ...put: DocumentArticle[]
): IntakeDocument {
  const { articles } = columnAt(reading, column)
  return withColumn(reading, column, [
    ...articles.slice(0, article),
    ...put,
    ...articles.slice(article + remove),
  ])
}

export function withColumn(reading: IntakeDocument, at: number, articles: DocumentArticle[]): IntakeDocument {
  return { ...reading, columns: reading.columns.with(at, { ...columnAt(reading, at), articles }) }
}

/** Text that is no part of anything any more is kept as noise. */
export function setAside(
  reading: IntakeDocument,
  pieces: readonly (Piece | null)[],
  reason: Noise['reason'] = 'orphan',
): IntakeDocument {
  const noise = pieces.flatMap(piece => (piece ? [{ reason, text: piece.text, spans: piece.spans }] : []))
  return noise.length ? { ...reading, noise: [...reading.noise, ...noise] } : reading
}

/** Without the articles and columns that an edit emptied; the name of such a column is kept as noise. */
export function withoutEmptied(before: IntakeDocument, after: IntakeDocument, raw: string): IntakeDocument {
  const old = new Set(before.columns.flatMap(column => column.articles))
  let reading = after
  const columns: DocumentColumn[] = []
  for (const [at, column] of after.columns.entries()) {
    if (column === before.columns[at]) {
      columns.push(column)
      continue
    }
    const articles = column.articles.filter(article => old.has(article) || !isEmpty(article))
    if (articles.length)
      columns.push(articles.length < column.articles.length ? { ...column, articles } : column)
    else if (before.columns.some(({ spans, articles }) => spans === column.spans && !articles.length))
      columns.push(column)
    else reading = setAside(reading, [asPrinted(raw, column.name, column.spans)], 'label')
  }
  return { ...reading, columns }
}

function isEmpty({ headline, contributor, paragraphs }: DocumentArticle): boolean {
  return headline === null && contributor === null && !paragraphs.length
}

/** So many letters tell a person which text is meant. */
const shownLength = 40

export function clip(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength).toWellFormed()}…` : text
}

export function around(left: string, mark: string, right: string): string {
  const half = shownLength / 2
  const before = left.length > half ? `…${left.slice(-half).toWellFormed()}` : left
  const after = right.length > half ? `${right.slice(0, half).toWellFormed()}…` : right
  return before + mark + after
}

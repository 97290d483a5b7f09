import { sliceMapped } from '../../mapped-text.ts'
import type { Draft } from '../build-columns.ts'
import { joinLines } from '../join-lines.ts'
import type { Line } from '../line.ts'
import { columnName } from '../words.ts'
import type { Assembled } from './assemble.ts'
import type { Join } from './join-texts.ts'
import { isSignature } from './names-of-people.ts'
import type { Piece } from './piece.ts'
import { placeColumns } from './place-columns.ts'

const sure = 2.5

type LeftOver = {
  /** Pieces no article took. */
  readonly free: readonly number[]
  /** Headlines that might stand over another text. */
  readonly doubtful: ReadonlySet<number>
  readonly noise: Draft['noise']
}

/** The articles with their columns, what is left over as noise, and a warning wherever it is not certain. */
export function writeDraft(
  pieces: readonly Piece[],
  articles: readonly Assembled[],
  { free, doubtful, noise }: LeftOver,
): Draft {
  const draft: Draft = { columns: [], columnLines: [], noise, warnings: [] }
  const placed = articles.map(({ texts, titles }) => ({
    first: texts[0]!,
    last: texts.at(-1)!,
    pieces: texts,
    title: titles.at(-1) ?? -1,
  }))
  const places = placeColumns(pieces, placed)
  let column = 0
  for (const [n, article] of articles.entries()) {
    while (column < places.length && places[column]!.article <= n)
      openColumn(draft, pieces, places[column++]!)
    if (draft.columns.length === 0) draft.columns.push({ name: null, content: null, articles: [] })
    draft.columns.at(-1)!.articles.push(writeArticle(draft, pieces, article, doubtful))
  }
  for (const place of places.slice(column)) openColumn(draft, pieces, place)
  for (const [i, piece] of pieces.entries())
    if (piece.kind === 'aside') for (const line of piece.lines) noise.push({ reason: 'label', line })
    else if (free.includes(i)) for (const line of piece.lines) noise.push({ reason: reasonOf(piece), line })
  return draft
}

const reasonOf = (piece: Piece) => (piece.kind === 'headline' ? 'caption' : 'orphan')

function openColumn(draft: Draft, pieces: readonly Piece[], place: { piece: number; sure: boolean }): void {
  const line = pieces[place.piece]!.lines[0]!
  const { name, from, to } = columnName(line.text) ?? {
    name: line.text.replace(/\s/g, ''),
    from: 0,
    to: line.text.length,
  }
  draft.columnLines.push(line)
  draft.columns.push({ name, content: sliceMapped(line.content, from, to), articles: [] })
  if (!place.sure) warn(draft, 'column-uncertain', `栏目名“${name}”从哪一篇起算不能确定，请核对。`, line)
}

function writeArticle(
  draft: Draft,
  pieces: readonly Piece[],
  article: Assembled,
  doubtful: ReadonlySet<number>,
) {
  const title = article.titles.flatMap(i => pieces[i]!.lines)
  const contributor = pieces[article.contributor]?.lines ?? []
  if (article.titles.some(i => doubtful.has(i))) {
    const isBelow = article.titles[0]! > article.texts[0]!
    const place = isBelow
      ? '标题排在正文中间或之后，已按内容归到这一篇'
      : '这个标题是否属于下面这一篇不能确定'
    warn(draft, 'join-uncertain', `${place}，请核对。`, title[0]!)
  }
  for (const join of article.joins) warnOfJoin(draft, pieces, join)
  return {
    headline: title.length > 0 ? joinLines(title) : null,
    indent: title[0]?.indent ?? null,
    contributor: contributor.length > 0 ? joinLines(contributor) : null,
    signed: isSigned(pieces, article),
    paragraphs: paragraphsOf(pieces, article).map(lines => joinLines(lines)),
  }
}

// Who wrote it stands between headline and text, or right above or below the headline.
function isSigned(pieces: readonly Piece[], { titles, texts }: Assembled): boolean {
  const beside = [texts[0]! - 1, ...titles.flatMap(i => [i - 1, i + 1])]
  return beside.some(i => pieces[i]?.kind === 'aside' && isSignature(pieces[i]!.lines[0]!.text))
}

function paragraphsOf(pieces: readonly Piece[], { texts, joins, insets }: Assembled): Line[][] {
  const paragraphs: Line[][] = []
  // A heading stands below the text above it, or before all.
  for (const i of insets) if (!texts.includes(i - 1)) paragraphs.push([...pieces[i]!.lines])
  for (const [k, i] of texts.entries()) {
    const [first = [], ...others] = pieces[i]!.paragraphs
    if (k > 0 && joins[k - 1]!.inside) paragraphs.at(-1)!.push(...first)
    else paragraphs.push([...first])
    for (const lines of others) paragraphs.push([...lines])
    if (insets.includes(i + 1)) paragraphs.push([...pieces[i + 1]!.lines])
  }
  return paragraphs
}

function warnOfJoin(draft: Draft, pieces: readonly Piece[], { to, margin, adjacent, inside }: Join): void {
  const line = pieces[to]!.lines[0]!
  if (adjacent && margin >= sure) return
  if (adjacent && !inside && margin >= 1) return
  const message = adjacent
    ? '这一段与上文是否同一篇不能确定，已接在上文之后，请核对。'
    : '这一段与上文之间隔着别的文章，按语句和内容接在一起，请核对。'
  warn(draft, 'join-uncertain', message, line)
}

function warn(draft: Draft, code: 'join-uncertain' | 'column-uncertain', message: string, line: Line): void {
  draft.warnings.push({ code, message, span: [line.start, line.end] })
}

import { sliceMapped } from '../../mapped-text.ts'
import type { Draft } from '../build-columns.ts'
import { joinLines } from '../join-lines.ts'
import { type Line, withoutLines } from '../line.ts'
import type { NoiseReason } from '../page-noise.ts'
import { columnName, isClosed } from '../words.ts'
import { type Assembled, assemble } from './assemble.ts'
import { cutAtTitles } from './cut-at-titles.ts'
import { cutPieces } from './cut-pieces.ts'
import { magazineFurniture } from './furniture.ts'
import { ungluedLines } from './glued-heads.ts'
import type { Setting } from './heading-lines.ts'
import { type Join, joinTexts } from './join-texts.ts'
import { countSequences, type Sequences } from './joint-evidence.ts'
import { localMeasures } from './local-measure.ts'
import { matchHeadlines } from './match-headlines.ts'
import { mayBeMixed } from './may-be-mixed.ts'
import { nameSections } from './name-sections.ts'
import { isPersonLine, isSignature } from './names-of-people.ts'
import { edgesOf, type PageClues } from './page-clues.ts'
import { isDoubleSpaced, pagesOf } from './pages.ts'
import type { Piece } from './piece.ts'
import { placeColumns } from './place-columns.ts'
import { isInterleaved } from './signs.ts'

const fewest = 15
/** A magazine of 300 pages has half as many pieces. */
const most = 6000
const mostLines = 30_000
const magazineCharacters = 20_000
const sure = 2.5

/**
 * Articles of a text whose order an extractor broke: pieces are cut apart at every possible seam, ends are paired with
 * beginnings, headlines with texts. Null when nothing says that the order is broken: then the lines stand as they are.
 */
export function magazineDraft(given: readonly Line[], clues: PageClues): Draft | null {
  if (given.length < fewest || given.length > mostLines || given.some(line => line.level > 0)) return null
  const { reasons, heads } = magazineFurniture(given, clues.series)
  const noise: Draft['noise'] = []
  for (const [i, line] of given.entries()) if (reasons[i]) noise.push({ reason: reasons[i], line })
  let lines = withoutLines(given, (_, i) => reasons[i] !== null)
  const edges = new Set([...clues.edges, ...edgesOf(given, reasons)])
  const pages = pagesOf(lines, edges)
  const measures = localMeasures(lines, pages)
  const isMagazine = isPeriodical(lines, reasons, clues) && measures.some(measure => measure > 0)
  if (!isMagazine && !mayBeMixed(lines, measures)) return null
  let setting = settingOf(lines, clues, heads, edges)
  let pieces = cutPieces(setting)
  const unglued = ungluedLines(lines, setting.pages, pieces)
  if (unglued.heads.length > 0) {
    for (const line of unglued.heads) noise.push({ reason: 'running-head', line })
    lines = unglued.lines
    setting = settingOf(lines, clues, heads, edges, setting.sequences)
    pieces = cutPieces(setting)
  }
  if (pieces.length > most) return null
  pieces = cutAtTitles(pieces)
  let partner = matchHeadlines(pieces, setting.sequences)
  const named = nameSections(pieces, partner, clues)
  if (named.changed) {
    pieces = named.pieces
    partner = matchHeadlines(pieces, setting.sequences)
  }
  if (!isMagazine && !isInterleaved(pieces, partner, setting.sequences)) return null
  const { articles, free } = assemble(pieces, partner, joinTexts(pieces, partner, setting.sequences))
  return writeDraft(pieces, articles, free, noise)
}

// Who wrote it, alone under an unfinished line.
function countBylines(lines: readonly Line[]): number {
  return lines.filter((line, i) => i > 0 && isPersonLine(line.text) && !isClosed(lines[i - 1]!.text)).length
}

// Names of authors, names beside page numbers, Latin lines over sections, or simply its size: no bulletin.
function isPeriodical(
  lines: readonly Line[],
  reasons: readonly (NoiseReason | null)[],
  { isDistributed, sections }: PageClues,
): boolean {
  if (isDistributed) return false
  if (countBylines(lines) >= 2) return true
  if (sections.size > 0 || reasons.filter(reason => reason === 'running-head').length >= 2) return true
  return lines.reduce((sum, line) => sum + line.text.length, 0) > magazineCharacters
}

function settingOf(
  lines: readonly Line[],
  clues: PageClues,
  heads: ReadonlySet<string>,
  edges: ReadonlySet<number>,
  known?: Sequences,
): Setting {
  const pages = pagesOf(lines, edges)
  return {
    lines,
    pages,
    measures: localMeasures(lines, pages),
    indents: lines.filter(line => line.indent >= 1.5 && line.indent <= 3).length > lines.length * 0.05,
    spaced: isDoubleSpaced(lines),
    sequences: known ?? countSequences(lines.map(line => line.text)),
    clues,
    heads,
  }
}

function writeDraft(
  pieces: readonly Piece[],
  articles: readonly Assembled[],
  free: readonly number[],
  noise: Draft['noise'],
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
    draft.columns.at(-1)!.articles.push(writeArticle(draft, pieces, article))
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
  if (!place.sure)
    warn(draft, 'column-uncertain', `栏目名“${name}”不在所属文章之前，从哪一篇起归入该栏目请核对。`, line)
}

function writeArticle(draft: Draft, pieces: readonly Piece[], article: Assembled) {
  const title = article.titles.flatMap(i => pieces[i]!.lines)
  const contributor = pieces[article.contributor]?.lines ?? []
  if (title.length > 0 && article.titles[0]! > article.texts[0]!)
    warn(draft, 'join-uncertain', '标题排在正文中间或之后，已按内容归到这一篇，请核对。', title[0]!)
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

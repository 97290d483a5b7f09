/** Edits of paragraphs: where they begin and end, where they stand, and whether they belong to an article at all. */
import { alignText, joinMapped, type MappedText, printedText, sliceMapped, wholeSpans } from '@jianbao/intake'
import type { DocumentArticle, IntakeDocument } from '@jianbao/intake/contract'
import type { ReviewEdit } from '../../contract/index.ts'
import {
  around,
  articleAt,
  clip,
  columnAt,
  contributorOf,
  type Edited,
  gone,
  newArticle,
  type Piece,
  pieceAt,
  piecesOf,
  refuse,
  setAside,
  spliceArticles,
  withContributor,
  withPieces,
} from './article.rules.ts'

type Edit<A extends ReviewEdit['act']> = Extract<ReviewEdit, { act: A }>

export function joinParagraphs(reading: IntakeDocument, edit: Edit<'join-paragraphs'>, raw: string): Edited {
  const article = articleAt(reading, edit)
  const [first, second] = [pieceAt(article, edit.paragraph), pieceAt(article, edit.paragraph + 1)]
  const joined = joinPieces(raw, first, second)
  const pieces = piecesOf(article).toSpliced(edit.paragraph, 2, joined)
  const boundary = second.spans[0]?.[0]
  return {
    reading: spliceArticles(reading, edit, 1, withPieces(article, pieces, raw)),
    before: around(first.text, '¶', second.text),
    after: around(first.text, '', second.text),
    decided: boundary === undefined ? [] : [[first.spans.at(-1)?.[1] ?? boundary, boundary]],
  }
}

export function splitParagraph(reading: IntakeDocument, edit: Edit<'split-paragraph'>, raw: string): Edited {
  const article = articleAt(reading, edit)
  const piece = pieceAt(article, edit.paragraph)
  const { text } = piece
  const [left, right] = [text.slice(0, edit.offset), text.slice(edit.offset)]
  if (!left.trim() || !right.trim()) throw refuse('分段处的前后都要有文字。')
  if (/[\ud800-\udbff]$/.test(left) && /^[\udc00-\udfff]/.test(right))
    throw refuse('不能从一个字的中间分段。')
  const whole = mappedPiece(raw, piece)
  const parts = [sliceMapped(whole, 0, edit.offset), sliceMapped(whole, edit.offset)]
  const pieces = piecesOf(article).toSpliced(edit.paragraph, 1, ...parts.map(part => pieceOf(raw, part)))
  const boundary = whole.at[edit.offset]!
  return {
    reading: spliceArticles(reading, edit, 1, withPieces(article, pieces, raw)),
    before: around(left, '', right),
    after: around(left, '¶', right),
    decided: [[boundary, boundary]],
  }
}

export function moveParagraph(reading: IntakeDocument, edit: Edit<'move-paragraph'>, raw: string): Edited {
  const article = articleAt(reading, edit)
  const piece = pieceAt(article, edit.paragraph)
  const without = piecesOf(article).toSpliced(edit.paragraph, 1)
  const to = { column: edit.toColumn, article: edit.toArticle }
  const target = articleAt(reading, to)
  const receiving = target === article ? without : piecesOf(target)
  if (edit.toPosition > receiving.length) throw gone()
  const put = withPieces(target, receiving.toSpliced(edit.toPosition, 0, piece), raw)
  const left =
    target === article ? reading : spliceArticles(reading, edit, 1, withPieces(article, without, raw))
  return {
    reading: spliceArticles(left, to, 1, put),
    before: clip(piece.text),
    after: `→ ${nameOf(put)}`,
    decided: piece.spans,
  }
}

export function makeNoise(reading: IntakeDocument, edit: Edit<'make-noise'>, raw: string): Edited {
  const article = articleAt(reading, edit)
  const piece = pieceAt(article, edit.paragraph)
  const without = withPieces(article, piecesOf(article).toSpliced(edit.paragraph, 1), raw)
  return {
    reading: setAside(spliceArticles(reading, edit, 1, without), [piece]),
    before: clip(piece.text),
    after: '',
    decided: piece.spans,
  }
}

export function restoreNoise(reading: IntakeDocument, edit: Edit<'restore-noise'>, raw: string): Edited {
  const noise = reading.noise[edit.noise]
  if (!noise) throw gone()
  if (noise.reason === 'control-characters' || noise.reason === 'another-document')
    throw refuse('不可见字符和另一份简报不能放进文章。')
  const piece = { text: noise.text, spans: noise.spans }
  const cleared = { ...reading, noise: reading.noise.toSpliced(edit.noise, 1) }
  return {
    reading: putPiece(cleared, edit, piece, raw),
    before: '',
    after: clip(piece.text),
    decided: piece.spans,
  }
}

function putPiece(
  reading: IntakeDocument,
  { toColumn, toArticle, toPosition }: Edit<'restore-noise'>,
  piece: Piece,
  raw: string,
): IntakeDocument {
  // Nothing was read at all: the first text makes the first article.
  if (!reading.columns.length && toColumn + toArticle + toPosition === 0)
    return {
      ...reading,
      columns: [{ name: null, spans: [], articles: [newArticle('article', [piece], raw)] }],
    }
  const to = { column: toColumn, article: toArticle }
  columnAt(reading, toColumn)
  const target = articleAt(reading, to)
  const pieces = piecesOf(target)
  if (toPosition > pieces.length) throw gone()
  return spliceArticles(reading, to, 1, withPieces(target, pieces.toSpliced(toPosition, 0, piece), raw))
}

export function makeContributor(
  reading: IntakeDocument,
  edit: Edit<'make-contributor'>,
  raw: string,
): Edited {
  const article = articleAt(reading, edit)
  const piece = pieceAt(article, edit.paragraph)
  const old = contributorOf(raw, article)
  const pieces = [...piecesOf(article).toSpliced(edit.paragraph, 1), ...(old ? [old] : [])]
  return {
    reading: spliceArticles(reading, edit, 1, withContributor(withPieces(article, pieces, raw), piece)),
    before: clip(article.contributor ?? ''),
    after: clip(piece.text),
    decided: piece.spans,
  }
}

function joinPieces(raw: string, first: Piece, second: Piece): Piece {
  const [left, right] = [mappedPiece(raw, first), mappedPiece(raw, second)]
  // Two Latin words are not one: the blank stands where the first paragraph ends.
  const apart = /[A-Za-z0-9,.;]$/.test(left.text) && /^[A-Za-z]/.test(right.text)
  const end = (left.at.at(-1) ?? 0) + 1
  const gap = apart && /\s/.test(raw[end] ?? '') ? [{ text: ' ', at: [end] }] : []
  return pieceOf(raw, joinMapped([left, ...gap, right]))
}

function mappedPiece(raw: string, { text, spans }: Piece): MappedText {
  return alignText(raw, text, spans) ?? printedText(raw, spans)
}

function pieceOf(raw: string, content: MappedText): Piece {
  return { text: content.text, spans: wholeSpans(content, raw) }
}

function nameOf(article: DocumentArticle): string {
  return clip(article.headline ?? article.paragraphs[0] ?? '')
}

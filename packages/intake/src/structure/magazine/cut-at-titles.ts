import { isHan } from '../character.ts'
import type { Line } from '../line.ts'
import { isClosed } from '../words.ts'
import { openingOf } from './opening.ts'
import { type Piece, textOf } from './piece.ts'

const reach = 6
const opening = 120
const shortest = 60
const least = 0.5
/** A piece that begins so much like the title needs no other beginning. */
const unlike = 0.25

/**
 * Cuts texts where a paragraph begins with the words of a headline that stands near by: there another article may begin
 * that neither a day nor its headline marks. The pairing puts together again what belongs together.
 */
export function cutAtTitles(pieces: readonly Piece[]): Piece[] {
  const cuts = new Map<number, Set<number>>()
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'headline') continue
    const title = pairsOf(textOf(piece.lines))
    if (title.size < 5) continue
    const found = bestStart(pieces, i, title)
    if (found) cuts.set(found.piece, (cuts.get(found.piece) ?? new Set()).add(found.paragraph))
  }
  return pieces.flatMap((piece, i) =>
    cuts.has(i)
      ? cutPiece(
          piece,
          [...cuts.get(i)!].sort((a, b) => a - b),
        )
      : [piece],
  )
}

// The paragraph, not the first of its piece, that begins most like the title; null when a piece itself does.
function bestStart(pieces: readonly Piece[], title: number, pairs: ReadonlySet<string>) {
  let best = least
  let found: { piece: number; paragraph: number } | null = null
  for (let i = Math.max(0, title - reach); i <= Math.min(pieces.length - 1, title + reach); i++) {
    const piece = pieces[i]!
    if (piece.kind !== 'text' || Math.abs(piece.page - pieces[title]!.page) > 1) continue
    const own = covered(pairs, textOf(piece.lines.slice(0, 6)).slice(0, opening))
    for (const [k, lines] of piece.paragraphs.entries()) {
      if (k > 0 && own > unlike) break
      const alike = covered(pairs, textOf(lines.slice(0, 6)).slice(0, opening))
      if (k > 0 && !canBegin(piece, k)) continue
      if (alike <= best) continue
      best = alike
      found = k > 0 ? { piece: i, paragraph: k } : null
    }
  }
  return found
}

function canBegin(piece: Piece, k: number): boolean {
  const first = piece.paragraphs[k]![0]!
  const above = piece.paragraphs[k - 1]!.at(-1)!
  const begins = openingOf(first, piece.measure, piece.indents)
  const left = piece.paragraphs.slice(k).reduce((sum, lines) => sum + textOf(lines).length, 0)
  return left >= shortest && isClosed(above.text) && (begins === 'lede' || begins === 'indented')
}

function cutPiece(piece: Piece, at: readonly number[]): Piece[] {
  const bounds = [0, ...at, piece.paragraphs.length]
  return bounds.slice(1).map((to, n): Piece => {
    const paragraphs = piece.paragraphs.slice(bounds[n], to)
    const lines: Line[] = paragraphs.flat()
    if (n === 0) return { ...piece, paragraphs, lines, lastMeasure: piece.measure }
    const first = openingOf(lines[0]!, piece.measure, piece.indents)
    return { ...piece, paragraphs, lines, opening: first, flush: piece.indents && lines[0]!.indent < 1 }
  })
}

function covered(pairs: ReadonlySet<string>, text: string): number {
  const own = pairsOf(text)
  let common = 0
  for (const pair of pairs) if (own.has(pair)) common++
  return common / pairs.size
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++)
    if (isHan(text.charCodeAt(i)) && isHan(text.charCodeAt(i + 1))) pairs.add(text.slice(i, i + 2))
  return pairs
}

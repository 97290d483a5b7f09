import { isDangling } from '../heading.ts'
import { isOneThing } from '../hinted-lines.ts'
import type { Line } from '../line.ts'
import { isBulleted, isClosed, isHalfClosed, isNumbered } from '../words.ts'
import { lineScore } from './joint-evidence.ts'
import { kindsOf } from './line-kinds.ts'
import { reachOf } from './local-measure.ts'
import { isShortOfFull, openingOf } from './opening.ts'
import type { Piece, PieceKind } from './piece.ts'
import type { Setting } from './setting.ts'

/** Below this two lines of a text are taken apart; the pairing may still put them together again. */
const unlikely = -2

/** Cuts the lines into pieces that certainly belong together: whatever could be a seam is one. */
export function cutPieces(setting: Setting): Piece[] {
  const { kinds, verses } = kindsOf(setting)
  const pieces: Piece[] = []
  let from = 0
  const { lines } = setting
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && ((verses.has(i) && verses.has(i - 1)) || !isSeam(setting, kinds, i))) continue
    pieces.push(makePiece(setting, kinds[from]!, from, i, verses.has(from)))
    from = i
  }
  return lines.length === 0 ? [] : pieces
}

function isSeam(setting: Setting, kinds: readonly PieceKind[], i: number): boolean {
  const { lines, measures, pages, spaced } = setting
  const a = lines[i - 1]!
  const b = lines[i]!
  if (kinds[i] !== kinds[i - 1] || pages[i] !== pages[i - 1]) return true
  if (kinds[i] === 'headline') return b.gap > 0 && !(setting.spaced && isOneTitle(setting, i))
  if (kinds[i] !== 'text') return true
  // The layout knows what is one thing; its own borders are no more than seams.
  if (isOneThing(a, b)) return false
  if (!spaced && b.gap > 0) return true
  const opening = openingOf(b, measures[i]!, setting.indents)
  if (isClosed(a.text) && endsEarly(setting, i - 1) && !mayOpen(setting, i)) return true
  if (isClosed(a.text) || isHalfClosed(a.text))
    return opening === 'lede' || /^[，。、；：”’）》]/.test(b.text)
  const score = lineScore(a.text, b.text, setting.sequences)
  if (Math.abs(measures[i]! - measures[i - 1]!) > 3 && score < 0.3) return true
  if (isDangling(a.text)) return score < unlikely
  if (setting.indents) return b.indent >= 1.5 || score < unlikely
  return score < unlikely || (opening === 'lede' && isShortOfFull(b, measures[i]!) && score < 0.8)
}

// The last line of a paragraph: what follows must begin one.
function endsEarly({ lines, measures }: Setting, i: number): boolean {
  return measures[i]! > 0 && reachOf(lines[i]!) < measures[i]! - 2.6
}

function mayOpen({ lines, measures, indents }: Setting, i: number): boolean {
  const line = lines[i]!
  if (indents) return line.indent >= 1
  // What hangs in the margin hides how much is missing.
  if (isClosed(line.text) || /[，、；：”）》]$/.test(line.text)) return true
  return measures[i]! - reachOf(line) >= 0.6 || isBulleted(line.text) || isNumbered(line.text)
}

function makePiece(setting: Setting, kind: PieceKind, from: number, to: number, verse: boolean): Piece {
  const lines = setting.lines.slice(from, to)
  const opening = openingOf(lines[0]!, setting.measures[from]!, setting.indents)
  return {
    kind,
    lines,
    paragraphs: kind === 'text' ? paragraphsOf(setting, from, to) : [],
    page: setting.pages[from]!,
    measure: setting.measures[from]!,
    lastMeasure: setting.measures[to - 1]!,
    opening,
    verse,
    indents: setting.indents,
    flush: setting.indents && lines[0]!.indent < 1,
  }
}

function paragraphsOf(setting: Setting, from: number, to: number): Line[][] {
  const paragraphs: Line[][] = []
  for (let i = from; i < to; i++) {
    const line = setting.lines[i]!
    if (i === from || beginsParagraph(setting, i)) paragraphs.push([line])
    else paragraphs.at(-1)!.push(line)
  }
  return paragraphs
}

function beginsParagraph({ lines, measures, indents }: Setting, i: number): boolean {
  const a = lines[i - 1]!
  const b = lines[i]!
  const ends = isClosed(a.text) || isHalfClosed(a.text)
  if (!ends) return false
  if (isBulleted(b.text) || isNumbered(b.text)) return true
  if (indents) return b.indent >= 1.5
  const measure = measures[i - 1]!
  if (measure === 0) return true
  if (reachOf(a) < measure - 2.1) return true
  const opening = openingOf(b, measures[i]!, indents)
  return isClosed(a.text) && (opening === 'indented' || opening === 'lede')
}

// In a double-spaced text a title may have its lines as far apart as all others.
function isOneTitle({ lines, measures, sequences }: Setting, i: number): boolean {
  const a = lines[i - 1]!
  return reachOf(a) >= measures[i - 1]! - 4.2 && lineScore(a.text, lines[i]!.text, sequences) > 0.8
}

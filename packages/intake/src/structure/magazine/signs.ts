import { jointScore, type Sequences } from './joint-evidence.ts'
import { headOf, isOpenEnded, type Piece, tailOf } from './piece.ts'

const fewestInBulletin = 4

/**
 * Did an extractor mix up articles? Counts what never happens in a text that stands in order: a heading inside a
 * sentence, sentences that do not end before something new begins, and headlines below their text.
 */
export function isInterleaved(
  pieces: readonly Piece[],
  partner: ArrayLike<number>,
  sequences: Sequences,
  isBulletin: boolean,
): boolean {
  let cut = 0
  let below = 0
  let above = 0
  let before = -1
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'headline' && partner[i]! >= 0) {
      if (partner[i]! > i) above++
      else below++
    }
    if (piece.kind !== 'text') continue
    if (before >= 0 && isBroken(pieces, before, i, partner, sequences)) cut++
    before = i
  }
  // A bulletin is set in one column: only a text full of breaks is not in order.
  if (isBulletin) return cut >= fewestInBulletin && below > above
  return cut >= 2 || (cut === 1 && below >= 1) || (below >= 3 && below > above)
}

function isBroken(
  pieces: readonly Piece[],
  before: number,
  i: number,
  partner: ArrayLike<number>,
  sequences: Sequences,
): boolean {
  const last = pieces[before]!
  const piece = pieces[i]!
  const isLine = last.lines.length < 2 && last.opening === 'sentence'
  if (isLine || last.measure === 0) return false
  const between = pieces.slice(before + 1, i)
  if (!isOpenEnded(last))
    return piece.opening === 'middle' && between.some(each => each.kind === 'contributor')
  if (partner[i]! >= 0 && piece.opening === 'lede') return true
  const isCut = between.some(each => each.kind === 'headline' || each.kind === 'column')
  const begins = piece.opening === 'lede' || piece.opening === 'indented'
  return isCut && jointScore(tailOf(last), headOf(piece), sequences) > (begins ? 1 : -1.5)
}

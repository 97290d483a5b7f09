import { isNameLike } from './name-columns.ts'
import type { PageClues } from './page-clues.ts'
import { isOpenEnded, type Piece, textOf } from './piece.ts'

/**
 * Short lines that looked like headlines and name a section: as long as the Latin line on their page says, above the
 * headline of an article, or four characters that stand over nothing. Out: the pieces, those as columns.
 */
export function nameSections(
  pieces: readonly Piece[],
  partner: ArrayLike<number>,
  clues: PageClues,
): { pieces: Piece[]; changed: boolean } {
  const latin = latinOfPages(pieces, clues)
  let changed = false
  const named = pieces.map((piece, i): Piece => {
    if (piece.kind !== 'headline' || piece.lines.length > 1) return piece
    const name = textOf(piece.lines).replace(/\s/g, '')
    if (!isNameLike(name) || clues.titles.has(name)) return piece
    const isFree = partner[i]! < 0
    const next = pieces[i + 1]
    const isOverTitle = next?.kind === 'headline' && next.page === piece.page && partner[i + 1]! >= 0
    const isTold = latin.get(piece.page)?.has(name.length) === true && (isFree || isOverTitle)
    const isUsual = isFree && name.length === 4 && !isVerse(pieces, partner, i) && !isCaption(pieces, i)
    if (!isTold && !isUsual && !(isOverTitle && name.length <= 6)) return piece
    changed = true
    return { ...piece, kind: 'column' }
  })
  return { pieces: named, changed }
}

// The last thing on a page, below a text that goes on overleaf: most likely the words under a picture.
function isCaption(pieces: readonly Piece[], i: number): boolean {
  const { page } = pieces[i]!
  const above = pieces[i - 1]
  return pieces[i + 1]?.page !== page && above?.kind === 'text' && above.page === page && isOpenEnded(above)
}

// Syllables of the Latin lines on each page.
function latinOfPages(pieces: readonly Piece[], clues: PageClues): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  for (const { page, lines } of pieces)
    for (const line of lines) {
      const syllables = clues.sections.get(line.start)
      if (syllables !== undefined) found.set(page, (found.get(page) ?? new Set()).add(syllables))
    }
  return found
}

// One of several short lines below each other.
function isVerse(pieces: readonly Piece[], partner: ArrayLike<number>, i: number): boolean {
  const isShort = (k: number) => {
    const piece = pieces[k]
    return (
      piece?.kind === 'headline' &&
      partner[k]! < 0 &&
      piece.page === pieces[i]!.page &&
      piece.lines[0]!.width < 10
    )
  }
  return (
    (isShort(i - 1) && isShort(i - 2)) ||
    (isShort(i + 1) && isShort(i + 2)) ||
    (isShort(i - 1) && isShort(i + 1))
  )
}

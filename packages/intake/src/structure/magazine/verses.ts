import type { Line } from '../line.ts'
import { isClosed } from '../words.ts'
import type { PieceKind } from './piece.ts'

const fewestVerses = 5

/** Short line below short line is a poem, no row of headlines: makes them text, and tells which. */
export function markVerses(kinds: PieceKind[], lines: readonly Line[]): Set<number> {
  const verses = new Set<number>()
  for (let from = 0; from < lines.length; from++) {
    let to = from
    while (to < lines.length && kinds[to] === 'headline' && lines[to]!.width <= 16) to++
    if (to - from >= fewestVerses) {
      // The last may stand over nothing that made it look like a headline.
      if (lines[to] && lines[to]!.width <= 16 && kinds[to] === 'text' && !isClosed(lines[to]!.text)) to++
      kinds.fill('text', from, to)
      for (let i = from; i < to; i++) verses.add(i)
    }
    from = Math.max(from, to - 1)
  }
  return verses
}

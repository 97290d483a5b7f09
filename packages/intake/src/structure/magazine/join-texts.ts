import { pair } from './assign.ts'
import { endCost, endOf, joinCost, startCost, type Texts } from './join-costs.ts'
import type { Sequences } from './joint-evidence.ts'
import { type Piece, textOf } from './piece.ts'
import { indexWords } from './shared-words.ts'

export type Join = {
  readonly from: number
  readonly to: number
  /** Is the sentence or paragraph of `from` finished by `to`? */
  readonly inside: boolean
  /** How much dearer the second best way would have been. */
  readonly margin: number
  /** Nothing but headings and the edge of a page stands between. */
  readonly adjacent: boolean
}

const part = 110
const overlap = 35

/**
 * Which text goes on with which: the cheapest pairing of ends with beginnings. In: the pieces, and of each its headline
 * or -1. A text goes on at most once and continues at most one other. Out: the joins, in the order of the file.
 */
export function joinTexts(
  pieces: readonly Piece[],
  partner: ArrayLike<number>,
  sequences: Sequences,
): Join[] {
  const at = pieces.flatMap((piece, i) => (piece.kind === 'text' ? [i] : []))
  const words = indexWords(at.map(i => textOf(pieces[i]!.lines)))
  const ends = at.map(i => endOf(pieces, partner, i))
  const texts: Texts = { pieces, at, partner, sequences, words, ends }
  const next = new Int32Array(at.length).fill(-1)
  const taken = new Uint8Array(at.length)
  const margins = new Float64Array(at.length)
  for (let from = 0; from < at.length; from += part - overlap) {
    const to = Math.min(at.length, from + part)
    pairPart(texts, from, to, { next, taken, margins })
    if (to === at.length) break
  }
  breakCircles(next, (a, b) => joinCost(texts, a, b))
  const joins: Join[] = []
  for (let a = 0; a < at.length; a++)
    if (next[a]! >= 0)
      joins.push({
        from: at[a]!,
        to: at[next[a]!]!,
        inside: ends[a]!.open || pieces[at[next[a]!]!]!.opening === 'sentence',
        margin: margins[a]!,
        adjacent: next[a] === a + 1,
      })
  return joins
}

type Found = { next: Int32Array; taken: Uint8Array; margins: Float64Array }

function pairPart(texts: Texts, from: number, to: number, { next, taken, margins }: Found): void {
  const rows: number[] = []
  const columns: number[] = []
  for (let k = from; k < to; k++) {
    if (next[k]! < 0) rows.push(k)
    if (!taken[k]) columns.push(k)
  }
  const costs = rows.map(a => columns.map(b => joinCost(texts, a, b)))
  const end = rows.map(a => endCost(texts, a))
  const start = columns.map(b => startCost(texts, b))
  const found = pair(rows.length, columns.length, (r, c) => costs[r]![c]!, {
    row: r => end[r]!,
    column: c => start[c]!,
  })
  for (const [r, c] of found.entries()) {
    const a = rows[r]!
    if (c < 0 || (to < texts.at.length && a >= to - overlap)) continue
    const b = columns[c]!
    next[a] = b
    taken[b] = 1
    const own = costs[r]![c]!
    let other = end[r]! + start[c]!
    for (let k = 0; k < columns.length; k++)
      if (k !== c) other = Math.min(other, costs[r]![k]! + start[c]! * 0.5)
    for (let k = 0; k < rows.length; k++) if (k !== r) other = Math.min(other, costs[k]![c]! + end[r]! * 0.5)
    margins[a] = other - own
  }
}

// A pairing knows nothing of order, so its joins may bite their own tail: then the dearest of them goes.
function breakCircles(next: Int32Array, cost: (a: number, b: number) => number): void {
  const seen = new Int32Array(next.length).fill(-1)
  for (let first = 0; first < next.length; first++) {
    let a = first
    while (a >= 0 && seen[a]! < 0) {
      seen[a] = first
      a = next[a]!
    }
    if (a < 0 || seen[a] !== first) continue
    let worst = a
    for (let k = next[a]!; k !== a; k = next[k]!) if (cost(k, next[k]!) > cost(worst, next[worst]!)) worst = k
    next[worst] = -1
  }
}

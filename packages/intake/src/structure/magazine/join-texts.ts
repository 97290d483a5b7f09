import { forbidden, pair } from './assign.ts'
import { jointScore, type Sequences, type Side } from './joint-evidence.ts'
import { reachOf } from './local-measure.ts'
import { headOf, isBylined, isOpenEnded, type Piece, tailOf, textOf } from './piece.ts'
import { indexWords, type WordIndex } from './shared-words.ts'

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
const pagesAway = 4
const textsAway = 45

type Texts = {
  readonly pieces: readonly Piece[]
  /** Indexes of the texts among the pieces. */
  readonly at: readonly number[]
  readonly partner: ArrayLike<number>
  readonly sequences: Sequences
  readonly words: WordIndex
  readonly ends: readonly TextEnd[]
}
type TextEnd = {
  readonly tail: Side
  readonly head: Side
  /** Its last line stops inside a sentence. */
  readonly open: boolean
  /** A contributor closes it. */
  readonly signed: boolean
  readonly titled: boolean
  /** 1 where the articles around it close with a contributor. */
  readonly signs: number
  /** A column begins before it. */
  readonly opensColumn: boolean
  /** Who wrote it stands before it. */
  readonly bylined: boolean
}

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

function endOf(pieces: readonly Piece[], partner: ArrayLike<number>, i: number): TextEnd {
  const piece = pieces[i]!
  const open = isOpenEnded(piece)
  let signs = 0
  for (let k = Math.max(0, i - 12); k < Math.min(pieces.length, i + 13); k++)
    signs +=
      pieces[k]!.kind === 'contributor' ? 1 : pieces[k]!.kind === 'headline' && partner[k]! >= 0 ? -0.4 : 0
  return {
    tail: tailOf(piece),
    head: headOf(piece),
    open,
    signed: !open && pieces[i + 1]?.kind === 'contributor',
    titled: partner[i]! >= 0,
    signs: signs > 0 ? 1 : 0,
    opensColumn: pieces[i - 1]?.kind === 'column',
    bylined: isBylined(pieces, i),
  }
}

function joinCost(texts: Texts, a: number, b: number): number {
  const { pieces, at, ends, words } = texts
  const from = pieces[at[a]!]!
  const to = pieces[at[b]!]!
  const pages = to.page - from.page
  if (a === b || pages < 0 || pages > pagesAway || Math.abs(a - b) > textsAway) return forbidden
  const { open, signed, tail } = ends[a]!
  if (from.verse !== to.verse) return forbidden
  let cost = pages === 0 && b < a ? 2.2 + 0.2 * (a - b) : Math.min(2.4, 0.35 * (b - a - 1))
  if (pages > 1) cost += 0.6 * (pages - 1)
  if (ends[b]!.titled) cost += 6
  else if (ends[b]!.bylined) cost += 3
  if (b === a + 1) cost -= 0.4
  cost -= Math.min(1.6, 4 * words.shared(a, b))
  if (from.lastMeasure > 0 && to.measure > 0 && Math.abs(from.lastMeasure - to.measure) > 3) cost += 0.3
  if (open) {
    const score = jointScore(tail, ends[b]!.head, texts.sequences)
    // A printed indent begins a paragraph, one that was lost can only be guessed.
    const begins = from.indents ? 3 : 0
    const base = { middle: 1, sentence: 1.2, indented: 3 + begins, lede: 3.6 + begins }
    return cost + base[to.opening] - score
  }
  if (signed) cost += 6
  if (ends[b]!.opensColumn) cost += 2.5
  if (isTitledBelow(texts, a)) cost += to.opening === 'lede' ? 3 : 0.8
  // Only an unfinished text must be looked for elsewhere.
  if (b !== a + 1) cost += 0.8
  const last = from.lines.at(-1)!
  // A full line may end a sentence inside a paragraph, a short one ends the paragraph.
  const isFull = from.lastMeasure > 0 && reachOf(last) >= from.lastMeasure - 1.6
  const at_ = { middle: 6, sentence: isFull ? 1 : 1.9, indented: 0.8, lede: 2 }
  return cost + at_[to.opening]
}

// A headline below a finished text that stands over it closes it.
function isTitledBelow({ pieces, at, partner }: Texts, a: number): boolean {
  const below = at[a]! + 1
  return pieces[below]?.kind === 'headline' && partner[below]! >= 0 && partner[below]! < below
}

function endCost({ ends }: Texts, a: number): number {
  const { open, signed, signs } = ends[a]!
  if (open) return 6
  return signed ? -0.5 : 0.4 + 1.5 * signs
}

function startCost({ ends, pieces, at }: Texts, b: number): number {
  if (ends[b]!.titled) return -1
  if (b === 0) return 0
  const column = (ends[b]!.opensColumn ? 2.5 : 0) + (ends[b]!.bylined ? 3 : 0)
  const { opening, flush } = pieces[at[b]!]!
  return { lede: 2.2, indented: 4, sentence: flush ? 7 : 5.5, middle: 8 }[opening] - column
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

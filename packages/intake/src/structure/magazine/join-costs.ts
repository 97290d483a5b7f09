import { forbidden } from './assign.ts'
import { jointScore, type Sequences, type Side } from './joint-evidence.ts'
import { reachOf } from './local-measure.ts'
import { headOf, isBylined, isOpenEnded, type Piece, tailOf } from './piece.ts'
import type { WordIndex } from './shared-words.ts'

const pagesAway = 4
const textsAway = 45

/** The texts of a magazine, by their number among the texts. */
export type Texts = {
  readonly pieces: readonly Piece[]
  /** Indexes of the texts among the pieces. */
  readonly at: readonly number[]
  readonly partner: ArrayLike<number>
  readonly sequences: Sequences
  readonly words: WordIndex
  readonly ends: readonly TextEnd[]
}
export type TextEnd = {
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

/** What is known of both ends of piece `i`. */
export function endOf(pieces: readonly Piece[], partner: ArrayLike<number>, i: number): TextEnd {
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

/** What it costs to let text `b` go on with text `a`. */
export function joinCost(texts: Texts, a: number, b: number): number {
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

/** What it costs to let nothing follow text `a`. */
export function endCost({ ends }: Texts, a: number): number {
  const { open, signed, signs } = ends[a]!
  if (open) return 6
  return signed ? -0.5 : 0.4 + 1.5 * signs
}

/** What it costs to let an article begin with text `b`. */
export function startCost({ ends, pieces, at }: Texts, b: number): number {
  if (ends[b]!.titled) return -1
  if (b === 0) return 0
  const column = (ends[b]!.opensColumn ? 2.5 : 0) + (ends[b]!.bylined ? 3 : 0)
  const { opening, flush } = pieces[at[b]!]!
  return { lede: 2.2, indented: 4, sentence: flush ? 7 : 5.5, middle: 8 }[opening] - column
}

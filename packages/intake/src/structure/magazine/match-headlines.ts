import { pair } from './assign.ts'
import { jointScore, type Sequences } from './joint-evidence.ts'
import { headOf, isOpenEnded, type Piece, tailOf, textOf } from './piece.ts'
import { indexWords, type WordIndex } from './shared-words.ts'
import { titleCost, titleReach } from './title-cost.ts'

/** A pairing in parts: no more pieces than this are weighed against each other at once. */
const part = 120

/** What a headline below its text, or in it, may cost at most and still be sure. */
const sureBelow = -2.2
const sureAbove = -0.4

export type Matched = {
  /** For each piece: of a headline the text it stands over, of a text its headline, otherwise -1. */
  readonly partner: Int32Array
  /** Headlines that might as well stand over another text. */
  readonly doubtful: ReadonlySet<number>
}

/** Pairs headlines with the texts they stand over. */
export function matchHeadlines(pieces: readonly Piece[], sequences: Sequences): Matched {
  const doubtful = new Set<number>()
  const goesOn = pieces.map((_, i) => goesOnAcross(pieces, i, sequences))
  const words = indexHeads(pieces, goesOn)
  const partner = new Int32Array(pieces.length).fill(-1)
  const costOf = (title: number, text: number) =>
    titleCost(pieces, title, text, words) + insideCost(title, text, goesOn)
  for (let from = 0; from < pieces.length; from += part - 2 * titleReach) {
    const to = Math.min(pieces.length, from + part)
    const within = Array.from({ length: to - from }, (_, k) => from + k)
    const titles = within.filter(i => pieces[i]!.kind === 'headline' && partner[i]! < 0)
    const texts = within.filter(i => pieces[i]!.kind === 'text' && partner[i]! < 0)
    const found = pair(titles.length, texts.length, (row, column) => costOf(titles[row]!, texts[column]!), {
      row: () => 0,
      column: () => 0,
    })
    for (const [row, column] of found.entries()) {
      if (column < 0) continue
      const title = titles[row]!
      // What stands near the end of this part is weighed again with what follows it.
      if (to < pieces.length && title >= to - titleReach) continue
      partner[title] = texts[column]!
      partner[texts[column]!] = title
      const isAbove = title < texts[column]!
      if (costOf(title, texts[column]!) > (isAbove ? sureAbove : sureBelow)) doubtful.add(title)
    }
    if (to === pieces.length) break
  }
  return { partner, doubtful }
}

// Does text `i` go on with the unfinished text before it, over what stands between them?
function goesOnAcross(pieces: readonly Piece[], i: number, sequences: Sequences): boolean {
  if (pieces[i]!.kind !== 'text') return false
  let before = i - 1
  while (before >= 0 && pieces[before]!.kind !== 'text') before--
  if (before < 0 || before === i - 1 || pieces[i]!.page - pieces[before]!.page > 1) return false
  if (!isOpenEnded(pieces[before]!)) return false
  const score = jointScore(tailOf(pieces[before]!), headOf(pieces[i]!), sequences)
  // A full line below an unfinished one needs no other sign.
  const begins = ['lede', 'indented'].includes(pieces[i]!.opening)
  return score > (begins ? 0.6 : -0.9)
}

// The words of the beginning; where a headline cuts it short, those behind the headline count as well.
function indexHeads(pieces: readonly Piece[], goesOn: readonly boolean[]): WordIndex {
  return indexWords(
    pieces.map((piece, i) => {
      if (piece.kind !== 'text') return ''
      const text = beginningOf(pieces, i)
      let next = i + 1
      while (next < pieces.length && next < i + 4 && pieces[next]!.kind !== 'text') next++
      const isCut = text.length < 250 && next > i + 1 && goesOn[next]
      return isCut ? text + textOf(pieces[next]!.lines).slice(0, 300) : text
    }),
  )
}

// Where a text was cut into pieces, those that follow it at once count as well.
function beginningOf(pieces: readonly Piece[], i: number): string {
  let text = textOf(pieces[i]!.lines)
  for (let k = i + 1; text.length < 400; k++) {
    const next = pieces[k]
    if (next?.kind !== 'text' || next.page !== pieces[i]!.page || next.opening === 'lede') break
    text += textOf(next.lines)
  }
  return text.slice(0, 400)
}

// What goes on with a text before the headline does not begin below it; rather does the headline stand inside.
function insideCost(title: number, text: number, goesOn: readonly boolean[]): number {
  if (goesOn[text]) return 4
  return text === title - 1 && goesOn[title + 1] ? -0.8 : 0
}

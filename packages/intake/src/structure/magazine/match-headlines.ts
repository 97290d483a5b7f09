import { headlineWeight } from '../heading.ts'
import { pair } from './assign.ts'
import { jointScore, type Sequences } from './joint-evidence.ts'
import { headOf, isBylined, isOpenEnded, type Piece, tailOf, textOf } from './piece.ts'
import { indexWords, type WordIndex } from './shared-words.ts'

/** A pairing in parts: no more pieces than this are weighed against each other at once. */
const part = 120
const reach = 14

/** For each piece: of a headline the text it stands over, of a text its headline, otherwise -1. */
export function matchHeadlines(pieces: readonly Piece[], sequences: Sequences): Int32Array {
  const goesOn = pieces.map((_, i) => goesOnAcross(pieces, i, sequences))
  const words = indexHeads(pieces, goesOn)
  const partner = new Int32Array(pieces.length).fill(-1)
  for (let from = 0; from < pieces.length; from += part - 2 * reach) {
    const to = Math.min(pieces.length, from + part)
    const within = Array.from({ length: to - from }, (_, k) => from + k)
    const titles = within.filter(i => pieces[i]!.kind === 'headline' && partner[i]! < 0)
    const texts = within.filter(i => pieces[i]!.kind === 'text' && partner[i]! < 0)
    const found = pair(
      titles.length,
      texts.length,
      (row, column) =>
        titleCost(pieces, titles[row]!, texts[column]!, words) +
        insideCost(titles[row]!, texts[column]!, goesOn),
      { row: () => 0, column: () => 0 },
    )
    for (const [row, column] of found.entries()) {
      if (column < 0) continue
      const title = titles[row]!
      // What stands near the end of this part is weighed again with what follows it.
      if (to < pieces.length && title >= to - reach) continue
      partner[title] = texts[column]!
      partner[texts[column]!] = title
    }
    if (to === pieces.length) break
  }
  return partner
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

/** What it costs to let a headline stand over a text; 0 is what it costs to leave both alone. */
function titleCost(pieces: readonly Piece[], title: number, text: number, words: WordIndex): number {
  const over = pieces[title]!
  const under = pieces[text]!
  if (Math.abs(title - text) > reach || Math.abs(over.page - under.page) > 2) return 50
  const printed = textOf(over.lines)
  const alike = words.covered(printed, text)
  let cost = -5.5 * alike
  const before = pieces[text - 1]
  const isBelowText = before?.kind === 'text' && before.page === under.page
  if (isBelowText) cost += 0.5
  const isDated = /\d|日前|近日/.test(under.lines[0]!.text.slice(0, 6))
  if (isBelowText && !isDated) cost += 1.2
  if (isBylined(pieces, text)) cost -= 1.2
  if (under.opening === 'lede') cost -= isDated || !isBelowText ? 1 : 0.3
  else if (under.opening === 'middle') cost += 5
  else if (under.flush && pieces[text - 1]?.kind !== 'aside') cost += 4
  else if (under.opening === 'sentence') cost += isFirstOfPage(pieces, text) ? 1.2 : 0.6
  return cost + placeCost(pieces, title, text, alike)
}

function placeCost(pieces: readonly Piece[], title: number, text: number, alike: number): number {
  const over = pieces[title]!
  const under = pieces[text]!
  const pages = Math.abs(over.page - under.page)
  if (title < text && pages === 0 && isOver(pieces, title + 1, text)) {
    const below = textOf(under.lines.slice(0, 3))
    const before = pieces[title - 1]
    const isFree = before === undefined || before.kind !== 'text' || before.page !== over.page
    const weight = headlineWeight(textOf(over.lines), below, '', before?.kind === 'contributor')
    const isSigned = pieces.slice(title + 1, text).some(piece => piece.kind === 'aside')
    const inText = isFree || isSigned || under.opening === 'lede' ? 0 : 1.5
    const isDemand = demand.test(textOf(over.lines))
    return (
      (isFree && !isDemand ? -1.6 : -0.6) -
      (isSigned ? 2 : 0) +
      weightCost(weight, isSigned || isFresh(pieces, title)) +
      inText
    )
  }
  // Far from its place: the words must tell.
  if (alike < 0.1) return 3
  const between = Math.abs(title - text) * 0.12
  if (title > text) return 0.6 + pages * 0.9 + between
  return 1 + pages * 0.8 + between
}

// Nothing but bylines, names of columns and one more heading stands between.
function isOver(pieces: readonly Piece[], from: number, to: number): boolean {
  let titles = 0
  for (let i = from; i < to; i++) {
    const { kind } = pieces[i]!
    if (kind === 'headline') titles++
    else if (kind !== 'aside' && kind !== 'column') return false
  }
  return titles === 0 || (titles === 1 && to - from > 1)
}

function isFirstOfPage(pieces: readonly Piece[], i: number): boolean {
  return i > 0 && pieces[i - 1]!.page !== pieces[i]!.page
}

// 2 and above is a headline of its own, 0 and below a heading inside a text.
function weightCost(weight: number, isFresh: boolean): number {
  if (weight >= 2) return -0.7 * Math.min(3, weight - 1)
  const cost = weight === 1 ? 0 : weight === 0 ? 2.2 : 4
  return isFresh ? Math.min(cost, 0.8) : cost
}

// 加强…, 围绕…, 落实…: the parts of a speech.
const demand =
  /^(?:强化|加强|提高|提升|坚持|突出|聚焦|注重|健全|完善|深化|抓|压实|凝聚|筑牢|夯实|增强|充分|切实|明确|围绕|落[细实]|精心|着力|统一|牢牢|认真|把握|立足)/

// At the head of a page, and everything before it is finished.
function isFresh(pieces: readonly Piece[], title: number): boolean {
  const { page, lines } = pieces[title]!
  if (demand.test(lines[0]!.text)) return false
  let before = title - 1
  while (before >= 0 && pieces[before]!.kind !== 'text') before--
  return before < 0 || (pieces[before]!.page !== page && !isOpenEnded(pieces[before]!))
}

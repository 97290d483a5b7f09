import { headlineWeight } from '../heading.ts'
import { isBylined, isOpenEnded, type Piece, textOf } from './piece.ts'
import type { WordIndex } from './shared-words.ts'

/** A headline stands no further from its text than so many pieces. */
export const titleReach = 14

/** What it costs to let a headline stand over a text; 0 is what it costs to leave both alone. */
export function titleCost(pieces: readonly Piece[], title: number, text: number, words: WordIndex): number {
  const over = pieces[title]!
  const under = pieces[text]!
  if (Math.abs(title - text) > titleReach || Math.abs(over.page - under.page) > 2) return 50
  const printed = textOf(over.lines)
  const alike = words.covered(printed, text)
  const beginning = textOf(under.lines.slice(0, 12))
  let cost = -5.5 * alike + nameCost(printed, beginning)
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

// 某某县图书馆：… is about that office; a text that never names it is another's.
function nameCost(printed: string, beginning: string): number {
  const name = /^([^：，“]{3,12})：/.exec(printed)?.[1]
  if (name === undefined) return 0
  const at = beginning.indexOf(name)
  return at < 0 ? 0.6 : at < 60 ? -1.5 : -0.5
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
    // A report repeats the words of its headline at once.
    const strange = under.opening === 'lede' ? 8 * Math.max(0, 0.25 - alike) : 0
    const isDemand = demand.test(textOf(over.lines))
    return (
      (isFree && !isDemand ? -1.6 : -0.6) -
      (isSigned ? 2 : 0) +
      weightCost(weight, isSigned || isFresh(pieces, title)) +
      inText +
      strange
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

import type { KeyObject } from 'node:crypto'
import { type Difficulty, type DrawPart, fits, type QuestionType } from '../../contract/index.ts'
import { keyedRandom, type Random } from './keyed-random.ts'
import { matchParts } from './match-parts.ts'

/** What the draw knows of a frozen question. `withdrawn`: the how-manieth to be withdrawn, null when it is not. */
export type DrawQuestion = {
  readonly no: number
  readonly type: QuestionType
  readonly category: string
  readonly difficulty: Difficulty
  readonly optionCount: number
  readonly withdrawn: number | null
}

/** A draw made ready: for each part the numbers of the questions it may take, rising. */
export type Draw = {
  readonly parts: readonly DrawPart[]
  readonly candidates: readonly (readonly number[])[]
  readonly optionCounts: ReadonlyMap<number, number>
  readonly fixedOrder: ReadonlySet<number>
  /** For each place of a paper. */
  readonly points: readonly number[]
}

export type DrawnPaper = {
  /** Numbers of frozen questions, in the order they are asked; none twice. */
  readonly questions: readonly number[]
  /** For each of them the places of its options in the order they are shown. */
  readonly orders: readonly (readonly number[])[]
  readonly points: readonly number[]
}

/** Makes a draw ready for papers begun after `withdrawn` questions were withdrawn. */
export function prepareDraw(
  parts: readonly DrawPart[],
  questions: readonly DrawQuestion[],
  withdrawn = 0,
): Draw {
  const asked = questions.filter(its => its.withdrawn === null || its.withdrawn > withdrawn)
  return {
    parts,
    candidates: parts.map(part => asked.filter(question => fits(part, question)).map(({ no }) => no)),
    optionCounts: new Map(questions.map(({ no, optionCount }) => [no, optionCount])),
    // 对 and 错 are looked for where they always stand.
    fixedOrder: new Set(questions.filter(({ type }) => type === 'true-false').map(({ no }) => no)),
    points: parts.flatMap(({ count, points }) => new Array<number>(count).fill(points)),
  }
}

/** Whether there is a paper at all: every part gets its number of questions, none twice. */
export const canDraw = (draw: Draw): boolean => matchParts(draw.parts, draw.candidates) !== null

/**
 * Draws the paper of one attempt: always the same for the same key, contest, player and attempt, and not to be known
 * without the key. Each part takes the first of its shuffled candidates that no earlier part took; where that leaves a
 * part short, places are given by matching in the same shuffled orders. Throws RangeError when there is no such paper.
 */
export function drawPaper(
  key: KeyObject,
  draw: Draw,
  { contestNo, playerNo, n }: { contestNo: number; playerNo: number; n: number },
  practice: number | null = null,
): DrawnPaper {
  const name = practice === null ? 'paper' : `practice ${practice}`
  const random = keyedRandom(key, `${name}\n${contestNo}\n${playerNo}\n${n}`)
  const { parts, candidates } = draw
  const questions = takeInTurn(parts, candidates, random) ?? takeByMatching(parts, candidates, random)
  return {
    questions,
    orders: questions.map(no => orderOf(draw, no, random)),
    points: draw.points,
  }
}

/** Null when an earlier part took what a later one needed. */
function takeInTurn(
  parts: readonly DrawPart[],
  candidates: readonly (readonly number[])[],
  random: Random,
): number[] | null {
  const taken: number[] = []
  for (const [at, { count }] of parts.entries()) {
    const shuffle = shuffling(candidates[at]!, random)
    for (let found = 0; found < count; ) {
      const no = shuffle()
      if (no === undefined) return null
      if (taken.includes(no)) continue
      taken.push(no)
      found++
    }
  }
  return taken
}

function takeByMatching(
  parts: readonly DrawPart[],
  candidates: readonly (readonly number[])[],
  random: Random,
): number[] {
  const shuffled = candidates.map(its => {
    const shuffle = shuffling(its, random)
    return its.map(() => shuffle()!)
  })
  const questions = matchParts(parts, shuffled)
  if (!questions) throw new RangeError('the questions do not suffice for a paper')
  return questions
}

/**
 * Gives one after the other in shuffled order (Fisher and Yates) without copying them: of the few places that were changed
 * it keeps what stands there now.
 */
function shuffling(these: readonly number[], random: Random): () => number | undefined {
  const places: number[] = []
  const held: number[] = []
  let at = 0
  const heldAt = (place: number): number => {
    const known = places.indexOf(place)
    return known < 0 ? these[place]! : held[known]!
  }
  return () => {
    if (at >= these.length) return undefined
    const chosen = at + random.below(these.length - at)
    const no = heldAt(chosen)
    const known = places.indexOf(chosen)
    if (known < 0) {
      places.push(chosen)
      held.push(heldAt(at))
    } else held[known] = heldAt(at)
    at++
    return no
  }
}

function orderOf({ optionCounts, fixedOrder }: Draw, no: number, random: Random): number[] {
  const places: number[] = []
  for (let place = 0; place < (optionCounts.get(no) ?? 0); place++) places.push(place)
  if (fixedOrder.has(no)) return places
  for (let last = places.length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    const moved = places[last]!
    places[last] = places[other]!
    places[other] = moved
  }
  return places
}

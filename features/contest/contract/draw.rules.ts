/** Whether a bank has questions enough for every part of a draw, also where parts take from the same ones. */
import type { DrawPart } from './contest-rules.schema.ts'
import type { Difficulty, QuestionType } from './question.schema.ts'

/** So many approved questions of one kind. */
export type DrawableKind = {
  readonly type: QuestionType
  readonly category: string
  readonly difficulty: Difficulty
  readonly count: number
}

type Wish = Pick<DrawPart, 'type' | 'category' | 'difficulty'>

/** Whether questions of this kind may be drawn for a part. */
export const fits = (part: Wish, kind: Omit<DrawableKind, 'count'>): boolean =>
  (part.type === null || part.type === kind.type) &&
  (part.category === null || part.category === kind.category) &&
  (part.difficulty === null || part.difficulty === kind.difficulty)

/** Questions a part may choose from, taken alone. */
export const availableFor = (part: Wish, kinds: readonly DrawableKind[]): number =>
  kinds.reduce((sum, kind) => sum + (fits(part, kind) ? kind.count : 0), 0)

/**
 * For each part how many questions it lacks after the parts before it have got theirs, in the way that leaves most.
 * All zero: there is a paper that satisfies every part and repeats nothing (a flow from parts to kinds).
 */
export function shortfallsOf(draw: readonly DrawPart[], kinds: readonly DrawableKind[]): number[] {
  const left = kinds.map(kind => kind.count)
  const taken = draw.map(() => kinds.map(() => 0))

  /** Gets one question for `part`, moving those of other parts where that frees one. */
  const give = (part: number, tried: Set<number>): boolean => {
    for (const [at, kind] of kinds.entries()) {
      if (tried.has(at) || !fits(draw[part]!, kind)) continue
      tried.add(at)
      if (left[at]! > 0) {
        left[at]!--
        taken[part]![at]!++
        return true
      }
      for (const [other, its] of taken.entries())
        if (other !== part && its[at]! > 0 && give(other, tried)) {
          its[at]!--
          taken[part]![at]!++
          return true
        }
    }
    return false
  }

  return draw.map((part, at) => {
    let got = 0
    while (got < part.count && give(at, new Set())) got++
    return part.count - got
  })
}

import type { DrawPart } from '../../contract/index.ts'

/**
 * A question for every place of every part, none twice, earlier candidates first where that works out (augmenting paths);
 * null when there is no such choice. The result has the places of the first part first.
 */
export function matchParts(
  parts: readonly Pick<DrawPart, 'count'>[],
  candidates: readonly (readonly number[])[],
): number[] | null {
  const partOf = parts.flatMap(({ count }, part) => new Array<number>(count).fill(part))
  const placeOf = new Map<number, number>()
  const seat = (place: number, tried: Set<number>): boolean => {
    for (const no of candidates[partOf[place]!]!) {
      if (tried.has(no)) continue
      tried.add(no)
      const held = placeOf.get(no)
      if (held !== undefined && !seat(held, tried)) continue
      placeOf.set(no, place)
      return true
    }
    return false
  }
  for (const place of partOf.keys()) if (!seat(place, new Set())) return null
  const questions = new Array<number>(partOf.length)
  for (const [no, place] of placeOf) questions[place] = no
  return questions
}

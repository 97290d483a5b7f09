import { type Mixed, rankOf } from './digest.ts'
import { type DrawObject, type DrawRules, leastOf } from './draw.contract.ts'

export type Ranked = { readonly object: DrawObject; readonly rank: string }

/**
 * The objects that are drawn, by rank: of each stratum the first so many as it must have at least, then whoever ranks
 * first among all others. The register must have passed `checkRegister`.
 */
export function selectObjects(
  objects: readonly DrawObject[],
  { count, strata }: Pick<DrawRules, 'count' | 'strata'>,
  mixed: Mixed,
): Ranked[] {
  const ranked = objects
    .map(object => ({ object, rank: rankOf('object', mixed, object.stratum, object.code) }))
    .sort(byRank)
  const byStratum = Map.groupBy(ranked, ({ object }) => object.stratum)
  const drawn = new Set<Ranked>()
  for (const stratum of strata) {
    const members = byStratum.get(stratum.name) ?? []
    for (const each of members.slice(0, leastOf(stratum, members.length))) drawn.add(each)
  }
  for (const each of ranked) {
    if (drawn.size >= count) break
    drawn.add(each)
  }
  return [...drawn].sort(byRank)
}

function byRank(one: Ranked, other: Ranked): number {
  return one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0
}

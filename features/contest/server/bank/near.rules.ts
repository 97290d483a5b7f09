/** Questions that say nearly the same: most of their characters and pairs are the same. */

/** Of all characters and pairs of both, the share that both have (Jaccard). Found by hand on banks of offices. */
export const nearShare = 0.7

export type Paired = { readonly id: string; readonly pairs: readonly number[] }
export type NearHit = { readonly id: string; readonly share: number }
export type NearIndex = {
  /** The nearest first; with `most`, whichever so many were found first. */
  find(wanted: Paired, most?: number): NearHit[]
}

/**
 * Two sets of which `least` is shared have one of their rarest members in common; so each is looked up by few, and a
 * bank of thousands is compared with itself at once.
 */
export function openNearIndex(known: readonly Paired[], least = nearShare): NearIndex {
  const often = new Map<number, number>()
  for (const { pairs } of known) for (const pair of pairs) often.set(pair, (often.get(pair) ?? 0) + 1)
  const rarest = (pairs: readonly number[]): number[] => {
    const sorted = [...pairs].sort((a, b) => (often.get(a) ?? 0) - (often.get(b) ?? 0) || a - b)
    return sorted.slice(0, pairs.length - Math.ceil(least * pairs.length) + 1)
  }
  const byPair = new Map<number, Paired[]>()
  for (const each of known)
    for (const pair of rarest(each.pairs)) {
      const list = byPair.get(pair)
      if (list) list.push(each)
      else byPair.set(pair, [each])
    }
  return {
    find: (wanted, most = Number.POSITIVE_INFINITY) => {
      const own = new Set(wanted.pairs)
      const hits = new Map<string, NearHit>()
      const looked = new Set<Paired>()
      for (const pair of rarest(wanted.pairs))
        for (const other of byPair.get(pair) ?? []) {
          if (other.id === wanted.id || looked.has(other)) continue
          looked.add(other)
          const share = shareOf(own, other.pairs, least)
          if (share >= least) hits.set(other.id, { id: other.id, share })
          if (hits.size >= most) return [...hits.values()]
        }
      return [...hits.values()].sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    },
  }
}

function shareOf(own: ReadonlySet<number>, pairs: readonly number[], least: number): number {
  const [short, long] = own.size < pairs.length ? [own.size, pairs.length] : [pairs.length, own.size]
  if (short < least * long) return 0
  let both = 0
  for (const pair of pairs) if (own.has(pair)) both++
  const all = own.size + pairs.length - both
  return all ? both / all : 0
}

/** Every two that are near, the nearest first, each once; of a bank that is all alike, the first `most`. */
export function nearPairs(
  known: readonly Paired[],
  most = 2_000,
): { one: string; other: string; share: number }[] {
  const index = openNearIndex(known)
  const found: { one: string; other: string; share: number }[] = []
  for (const each of known) {
    for (const { id, share } of index.find(each, most))
      if (each.id < id) found.push({ one: each.id, other: id, share })
    if (found.length >= most) break
  }
  return found
    .sort((a, b) => b.share - a.share || (a.one + a.other < b.one + b.other ? -1 : 1))
    .slice(0, most)
}

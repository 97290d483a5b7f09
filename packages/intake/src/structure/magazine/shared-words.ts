import { isHan } from '../character.ts'

/** Pairs of Chinese characters of each text, and how rare each pair is among the texts. */
export type WordIndex = {
  /** 0 to 1: how much of `few` (a headline) also stands in `many`; rare pairs weigh more. */
  covered(few: string, many: number): number
  /** 0 to 1: what two texts share, measured by the poorer one. */
  shared(a: number, b: number): number
}

const read = 900

export function indexWords(texts: readonly string[]): WordIndex {
  const sets = texts.map(text => pairsOf(text.slice(0, read)))
  const found = new Map<string, number>()
  for (const set of sets) for (const pair of set) found.set(pair, (found.get(pair) ?? 0) + 1)
  const weight = (pair: string) => Math.log((texts.length + 1) / ((found.get(pair) ?? 0) + 0.5))
  const total = (set: ReadonlySet<string>) => {
    let sum = 0
    for (const pair of set) sum += Math.max(0, weight(pair))
    return sum
  }
  const totals = sets.map(total)
  const common = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
    let sum = 0
    for (const pair of a) if (b.has(pair)) sum += Math.max(0, weight(pair))
    return sum
  }
  return {
    covered(few, many) {
      const pairs = pairsOf(few)
      const all = total(pairs)
      return all > 0 ? common(pairs, sets[many]!) / all : 0
    },
    shared(a, b) {
      const least = Math.min(totals[a]!, totals[b]!)
      if (least <= 0) return 0
      const [small, large] = sets[a]!.size < sets[b]!.size ? [a, b] : [b, a]
      return common(sets[small]!, sets[large]!) / least
    },
  }
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++)
    if (isHan(text.charCodeAt(i)) && isHan(text.charCodeAt(i + 1))) pairs.add(text.slice(i, i + 2))
  return pairs
}

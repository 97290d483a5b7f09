import { readFileSync } from 'node:fs'

let shipped: Map<string, number> | undefined

/** How often two Chinese characters follow each other in office texts: 0 never seen, 1 once, 2 some times, 4 often. */
export function usualCount(pair: string): number {
  shipped ??= read()
  return shipped.get(pair) ?? 0
}

// Read once, and only when articles have to be put together.
function read(): Map<string, number> {
  const counts = new Map<string, number>()
  const file = readFileSync(new URL('../../../data/sequences.txt', import.meta.url), 'utf8')
  for (const line of file.split('\n')) {
    const [first, ...classes] = line.split('\t')
    for (const [k, seconds] of classes.entries())
      for (const second of seconds) counts.set(first + second, [1, 2, 4][k]!)
  }
  return counts
}

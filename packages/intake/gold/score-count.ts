import { squeeze } from './located-text.ts'

/** How many wanted values were found, how many were wanted, how many were given. */
export type Count = { hit: number; want: number; got: number }

export const noCount: Count = { hit: 0, want: 0, got: 0 }

export const addCounts = (a: Count, b: Count): Count => ({
  hit: a.hit + b.hit,
  want: a.want + b.want,
  got: a.got + b.got,
})

/** F1 of a count, from 0 to 1; nothing wanted and nothing given is perfect. */
export function rateOf({ hit, want, got }: Count): number {
  return want + got === 0 ? 1 : (2 * hit) / (want + got)
}

/** Counts wanted values against given ones, each given value used once; what differs is written into `misses`. */
export function countMatches(what: string, want: string[], got: string[], misses: string[]): Count {
  const left = [...got]
  let hit = 0
  for (const value of want) {
    const index = left.indexOf(value)
    if (index < 0) {
      misses.push(`${what} missing ${value}`)
      continue
    }
    left.splice(index, 1)
    hit++
  }
  misses.push(...left.map(value => `${what} extra ${value}`))
  return { hit, want: want.length, got: got.length }
}

/** Dice similarity of runs of four characters, from 0 to 1: how much of two texts is the same. */
export function similarity(a: string, b: string): number {
  const left = countRuns(a)
  const right = countRuns(b)
  const total = sumOf(left) + sumOf(right)
  if (total === 0) return a === b ? 1 : 0
  let both = 0
  for (const [run, times] of left) both += Math.min(times, right.get(run) ?? 0)
  return (2 * both) / total
}

function countRuns(text: string): Map<string, number> {
  const runs = new Map<string, number>()
  for (let i = 0; i + 4 <= text.length; i++) {
    const run = text.slice(i, i + 4)
    runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
}

function sumOf(runs: Map<string, number>): number {
  let sum = 0
  for (const times of runs.values()) sum += times
  return sum
}

/** Raw segments as one squeezed text. */
export function textAt(raw: string, at: readonly (readonly [number, number])[] | undefined): string {
  return squeeze((at ?? []).map(([from, to]) => raw.slice(from, to)).join(''))
}

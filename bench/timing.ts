import { rounded } from './result.ts'

export async function medianMs(times: number, work: () => Promise<void>): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < times; round++) {
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  return rounded(median(taken), 1)
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The time that nineteen of twenty stay below. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0
}

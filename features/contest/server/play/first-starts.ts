/** Remembers when an attempt was begun first, so that beginning it once more does not begin its time anew. */
export type FirstStarts = {
  /** The first start of an attempt, now when there was none. */
  of(contestNo: number, playerNo: number, n: number, now: number): number
  forget(contestNo: number, playerNo: number, n: number): void
}

/** Attempts of one player fit below this. */
const attemptsSpan = 16_384

/**
 * In the memory of this process alone: a start writes nothing (docs/decisions/0034). `most` starts of a contest are kept,
 * the oldest go first.
 */
export function openFirstStarts(most = 200_000): FirstStarts {
  const contests = new Map<number, Map<number, number>>()
  return {
    of: (contestNo, playerNo, n, now) => {
      const starts = contests.get(contestNo) ?? new Map<number, number>()
      contests.set(contestNo, starts)
      const name = playerNo * attemptsSpan + n
      const first = starts.get(name)
      if (first !== undefined) return first
      if (starts.size >= most) starts.delete(starts.keys().next().value!)
      starts.set(name, now)
      return now
    },
    forget: (contestNo, playerNo, n) => void contests.get(contestNo)?.delete(playerNo * attemptsSpan + n),
  }
}

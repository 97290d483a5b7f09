/** Remembers when an attempt was begun first, so that beginning it once more does not begin its time anew. */
export type FirstStarts = {
  /** The first start of an attempt, now when there was none. */
  of(contestNo: number, playerNo: number, n: number, now: number): number
  forget(contestNo: number, playerNo: number, n: number): void
}

/** More attempts than anybody can hand in; with the greatest number of a player still exact. */
const attemptsSpan = 2 ** 21

type Starts = { young: Map<number, number>; old: Map<number, number> }

/**
 * In the memory of this process alone: a start writes nothing (docs/decisions/0034). Of a contest the last `most` starts
 * are kept and up to as many before them: two generations, since a map finds its oldest entry slowly.
 */
export function openFirstStarts(most = 100_000): FirstStarts {
  const contests = new Map<number, Starts>()
  return {
    of: (contestNo, playerNo, n, now) => {
      const starts = contests.get(contestNo) ?? { young: new Map(), old: new Map() }
      contests.set(contestNo, starts)
      const name = playerNo * attemptsSpan + n
      const first = starts.young.get(name) ?? starts.old.get(name)
      if (first !== undefined) return first
      if (starts.young.size >= most) Object.assign(starts, { young: new Map(), old: starts.young })
      starts.young.set(name, now)
      return now
    },
    forget: (contestNo, playerNo, n) => {
      const starts = contests.get(contestNo)
      starts?.young.delete(playerNo * attemptsSpan + n)
      starts?.old.delete(playerNo * attemptsSpan + n)
    },
  }
}

import { isAway } from '@jianbao/platform/db'

export type GroupCommit<In, Out> = {
  /** Resolves when what was written with it is committed; rejects when it is not known to be. */
  add(item: In): Promise<Out>
  /** Resolves when nothing waits and nothing is under way. */
  settle(): Promise<void>
}

type Waiting<In, Out> = {
  readonly item: In
  readonly resolve: (result: Out) => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes what comes at the same time in one statement. While `inFlight` groups are under way, what comes waits and makes
 * the next group, so groups grow with the load. A group that fails is written again in halves: one item that cannot be
 * written takes no other with it. Where the database is away, another try has no sense.
 */
export function groupCommit<In, Out>(options: {
  /** Answers one result for each item, in their order, after the commit. */
  write: (items: readonly In[]) => Promise<readonly Out[]>
  most?: number
  inFlight?: number
}): GroupCommit<In, Out> {
  const { write, most = 500, inFlight = 2 } = options
  let waiting: Waiting<In, Out>[] = []
  let writing = 0
  let planned = false
  let idle: (() => void)[] = []

  const writeGroup = async (group: readonly Waiting<In, Out>[]): Promise<void> => {
    try {
      const results = await write(group.map(({ item }) => item))
      for (const [at, { resolve }] of group.entries()) resolve(results[at]!)
    } catch (error) {
      if (group.length === 1 || isAway(error)) {
        for (const { reject } of group) reject(error)
        return
      }
      const half = group.length >> 1
      await writeGroup(group.slice(0, half))
      await writeGroup(group.slice(half))
    }
  }
  const pump = (): void => {
    planned = false
    while (waiting.length && writing < inFlight) {
      const group = waiting.length <= most ? waiting : waiting.slice(0, most)
      waiting = waiting.length <= most ? [] : waiting.slice(most)
      writing++
      void writeGroup(group).then(() => {
        writing--
        pump()
      })
    }
    if (writing || waiting.length) return
    for (const done of idle) done()
    idle = []
  }
  return {
    add: item =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        if (planned || writing >= inFlight) return
        planned = true
        // Behind what this turn of the loop still reads: it makes the same group.
        setImmediate(pump)
      }),
    settle: () =>
      writing || waiting.length ? new Promise(resolve => void idle.push(resolve)) : Promise.resolve(),
  }
}

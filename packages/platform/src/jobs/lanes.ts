/**
 * A queue without a memory of its own: what waits is what the database says waits, so nothing acknowledged is lost
 * when the process dies. `claim` takes the next waiting row (null when none), `work` carries it to its end.
 */
export type Queue = {
  /** Look for work now; call after something was committed. */
  wake(): void
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
  /** Takes no new work, tells running work through its signal, waits for it. */
  close(): Promise<void>
}

/**
 * Opens a queue. `concurrency` jobs run at a time; `lookAgainMs` is how often to look unasked (other processes may
 * have left work). Errors of `claim` and `work` go to `onError`: work that must survive them writes so in its rows.
 */
export function openQueue<Job>(options: {
  claim: () => Promise<Job | null>
  work: (job: Job, signal: AbortSignal) => Promise<void>
  onError: (error: unknown) => void
  concurrency?: number
  lookAgainMs?: number
}): Queue {
  const { claim, work, onError, concurrency = 1, lookAgainMs = 5_000 } = options
  const stop = new AbortController()
  const running = new Set<Promise<void>>()
  let wakes = 0
  let looked = 0
  let resting = true
  let waiters: (() => void)[] = []

  const lane = async (): Promise<void> => {
    for (;;) {
      if (stop.signal.aborted) return
      const seen = wakes
      const job = await claim()
      if (job !== null) await work(job, stop.signal)
      else if (seen === wakes) {
        looked = seen
        return
      }
    }
  }
  const start = (): void => {
    if (stop.signal.aborted || running.size >= concurrency) return
    resting = false
    let failed = false
    const run = lane()
      .catch(error => {
        failed = true
        onError(error)
      })
      .finally(() => {
        running.delete(run)
        if (running.size > 0) return
        // A wake between the last look and here found the lane still taken.
        if (looked < wakes && !failed) return start()
        resting = true
        for (const waiter of waiters) waiter()
        waiters = []
      })
    running.add(run)
  }
  const wake = (): void => {
    wakes++
    start()
  }
  const timer = setInterval(wake, lookAgainMs)
  timer.unref()
  return {
    wake,
    idle: () => (resting ? Promise.resolve() : new Promise(resolve => waiters.push(resolve))),
    close: async () => {
      clearInterval(timer)
      stop.abort()
      await Promise.all(running)
    },
  }
}

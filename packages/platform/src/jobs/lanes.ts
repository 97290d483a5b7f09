/** Lanes of work inside this process: each takes the next job as long as there is one, then rests until woken. */
export type Lanes = {
  /** Look for work now; call after something was committed. */
  wake(): void
  resting(): boolean
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
  /** Takes no new work, tells running work through its signal, waits for it. */
  close(): Promise<void>
}

/** What a lane does with the job it took; `signal` says that the process stops. */
export type Work = (signal: AbortSignal) => Promise<void>

/**
 * Opens `concurrency` lanes. `claim` takes the next job (null: there is none); `lookAgainMs` is how often to look
 * unasked, for other processes may have left work. Errors of both go to `onError` and end the lane until the next look.
 */
export function openLanes(options: {
  claim: () => Promise<Work | null>
  onError: (error: unknown) => void
  concurrency: number
  lookAgainMs: number
}): Lanes {
  const { claim, onError, concurrency, lookAgainMs } = options
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
      const work = await claim()
      if (work) {
        // Where one job was there may be more.
        start()
        await work(stop.signal)
      } else if (seen === wakes) {
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
        if (looked < wakes && !failed && !stop.signal.aborted) return start()
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
    resting: () => resting,
    idle: () => (resting ? Promise.resolve() : new Promise(resolve => waiters.push(resolve))),
    close: async () => {
      clearInterval(timer)
      stop.abort()
      await Promise.all(running)
    },
  }
}

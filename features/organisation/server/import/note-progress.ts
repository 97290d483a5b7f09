/** People look at progress a few times a second. */
const everyMs = 300

/**
 * Notes how far a step is, at most every `everyMs` and one after the other. What could not be noted is told to
 * `onError` and does not matter: the end is written by itself.
 */
export function noteProgress(
  write: (done: number, total: number) => Promise<unknown>,
  onError: (error: unknown) => void,
) {
  let lastMs = Date.now()
  let under: Promise<unknown> | null = null
  return {
    note: (done: number, total: number): void => {
      if (under || Date.now() - lastMs < everyMs) return
      lastMs = Date.now()
      under = write(done, total)
        .catch(onError)
        .finally(() => {
          under = null
        })
    },
    /** What is still being written is written. */
    noted: async (): Promise<void> => {
      await under
    },
  }
}

/** People look at progress a few times a second; a file read faster than that has none to tell. */
const everyMs = 400

/**
 * Notes how far a reading is, at most every `everyMs` and one after the other. What could not be noted is told to
 * `onError` and does not matter: the end is written by itself.
 */
export function noteProgress(write: (share: number) => Promise<unknown>, onError: (error: unknown) => void) {
  let lastMs = Date.now()
  let under: Promise<unknown> | null = null
  return {
    note: (share: number): void => {
      if (under || Date.now() - lastMs < everyMs) return
      lastMs = Date.now()
      under = write(share)
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

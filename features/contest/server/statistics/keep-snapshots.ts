/** A picture that many look at is made once in a while, however many ask. */
export type Snapshots<T> = {
  /** The picture under this name, made by `make` when there is none so young. A failure is nobody's picture. */
  get(name: string, make: () => Promise<T>): Promise<T>
}

const mostKept = 200

/** `believedMs`: so long a picture is good for. Whoever asks while it is being made waits for the same one. */
export function keepSnapshots<T>(
  believedMs: number,
  now: () => number = () => performance.now(),
): Snapshots<T> {
  const kept = new Map<string, { madeAt: number; picture: Promise<T> }>()
  return {
    get: (name, make) => {
      const its = kept.get(name)
      if (its && now() - its.madeAt < believedMs) return its.picture
      if (kept.size >= mostKept) kept.clear()
      const picture = make()
      const made = { madeAt: now(), picture }
      kept.set(name, made)
      picture.catch(() => {
        if (kept.get(name) === made) kept.delete(name)
      })
      return picture
    },
  }
}

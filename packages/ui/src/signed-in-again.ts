/** A page stays open below a sign-in that was renewed; what waited for it goes on by itself. */
const listeners = new Set<() => void>()

/** @param listener called each time the same person has signed in again. @returns what stops that. */
export function onSignedInAgain(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Told by the sign-in once it is through. */
export function tellSignedInAgain(): void {
  for (const listener of listeners) listener()
}

/** Thrown instead of what a browser says when a page's script or style does not come: each says it in its own English. */
export class PageFileError extends Error {
  override readonly name = 'PageFileError'
}

/** @returns a loader that fails with PageFileError. @throws PageFileError offline, or when an update took the file away. */
export function loadPageFile<T>(load: () => Promise<T>): () => Promise<T> {
  return () =>
    load().catch((cause: unknown) => {
      throw new PageFileError('the file of a page did not come', { cause })
    })
}

/** Sends files and watches their reading. Lives longer than a page, so that work goes on while the clerk looks elsewhere. */
import type { Batch, DocumentSummary, UploadAnswer } from '../contract/index.ts'
import { idsToWatch, isUnsent, newUpload, takeSummary, type Upload, uploadsToStart } from './upload-queue.ts'

/** What came of sending: a document, or of a ZIP a batch. */
export type SendAnswer = UploadAnswer | { readonly batch: Batch }

export type UploadDoors = {
  readonly sendFile: (file: File, onSent: (part: number) => void, signal: AbortSignal) => Promise<SendAnswer>
  /** Reports until all have ended or the returned function is called. */
  readonly watch: (ids: readonly string[], onNews: (news: DocumentSummary) => void) => () => void
}

const sendLimit = 3
/** So many documents one stream of news tells about; the server takes no more. */
const watchLimit = 200
/** A year's folder comes in within a minute: the stream is not opened anew for each of its files. */
const watchAgainMs = 1_000

export function createUploadDesk(doors: UploadDoors) {
  let uploads: readonly Upload[] = []
  let lastKey = 0
  let watched: ReadonlySet<string> = new Set()
  let watchedAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopWatching = () => {}
  const files = new Map<number, File>()
  const aborts = new Map<number, AbortController>()
  const listeners = new Set<() => void>()

  function set(next: readonly Upload[]): void {
    uploads = next
    for (const upload of uploadsToStart(uploads, sendLimit)) start(upload.key)
    watchUnfinished()
    for (const listener of listeners) listener()
  }

  function change(key: number, part: Partial<Upload>): void {
    set(uploads.map(upload => (upload.key === key ? { ...upload, ...part } : upload)))
  }

  function start(key: number): void {
    const file = files.get(key)
    if (!file) return
    const abort = new AbortController()
    aborts.set(key, abort)
    uploads = uploads.map(upload =>
      upload.key === key ? { ...upload, phase: 'sending', sent: 0, problem: null } : upload,
    )
    doors
      .sendFile(file, sent => change(key, { sent }), abort.signal)
      .then(
        answer => change(key, { phase: 'stored', sent: 1, ...answer }),
        (problem: unknown) => change(key, { phase: 'refused', problem }),
      )
      .finally(() => aborts.delete(key))
  }

  function watchUnfinished(): void {
    const ids = idsToWatch(uploads, watchLimit)
    if (ids.length > 0 && ids.every(id => watched.has(id))) return
    clearTimeout(timer)
    const restMs = watchedAt + watchAgainMs - performance.now()
    if (ids.length > 0 && restMs > 0) {
      timer = setTimeout(watchUnfinished, restMs)
      return
    }
    stopWatching()
    watched = new Set(ids)
    if (ids.length > 0) watchedAt = performance.now()
    stopWatching = ids.length > 0 ? doors.watch(ids, news => set(takeSummary(uploads, news))) : () => {}
  }

  return {
    list: (): readonly Upload[] => uploads,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(added: readonly File[]): void {
      const fresh = added.map(file => {
        lastKey += 1
        files.set(lastKey, file)
        return newUpload(lastKey, file.name, file.size)
      })
      // The newest batch stands on top, where the clerk is looking.
      set([...fresh, ...uploads])
    },
    /** Puts every upload that `which` names back into the queue. */
    retry(which: (upload: Upload) => boolean): void {
      set(
        uploads.map(upload =>
          which(upload) ? { ...upload, phase: 'queued', sent: 0, problem: null } : upload,
        ),
      )
    },
    /** Takes a row away; a file still on its way is called back, one already stored stays in the archive. */
    dismiss(key: number): void {
      aborts.get(key)?.abort()
      files.delete(key)
      set(uploads.filter(upload => upload.key !== key))
    },
    takeNews(news: DocumentSummary): void {
      set(takeSummary(uploads, news))
    },
    dismissDocument(id: string): void {
      set(uploads.filter(upload => upload.document?.id !== id))
    },
    hasUnsent: (): boolean => uploads.some(isUnsent),
  }
}

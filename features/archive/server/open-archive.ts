import type { Clock } from '@jianbao/platform/clock'
import type { Connection } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Route } from '@jianbao/platform/http'
import { openQueue, type Queue } from '@jianbao/platform/jobs'
import { archiveRoutes } from './archive.routes.ts'
import type { ArchiveServices } from './archive.services.ts'
import { batchRoutes } from './batch/batch.routes.ts'
import { claimDocument, resumeDocuments } from './document.store.ts'
import { findRoutes } from './find/find.routes.ts'
import { openChecker } from './open-checker.ts'
import { openReader } from './open-reader.ts'
import { readDocument } from './read-document.ts'
import type { Reader } from './reader.port.ts'
import { reviewRoutes } from './review/review.routes.ts'

export type Archive = ArchiveServices & {
  readonly routes: Route[]
  readonly queue: Queue
  /** Picks up what waits, also what an earlier process left half read. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Opens the room: its queue, its checking and its reading thread. `readTimeoutMs` is the most one file may take. */
export function openArchive(options: {
  connection: Pick<Connection, 'db' | 'kind'>
  clock: Clock
  files: FileStore
  limitBytes: number
  readTimeoutMs: number
  onError: (error: unknown) => void
  reader?: Reader
}): Archive {
  const { connection, clock, files, limitBytes, readTimeoutMs, onError } = options
  const { db } = connection
  const reader = options.reader ?? openReader({ limitBytes, timeoutMs: readTimeoutMs })
  const checker = openChecker({ limitBytes })
  // The lease outlives the reading by enough to save it; a reader that is silent for longer is dead.
  const leaseMs = readTimeoutMs * 2 + 30_000
  const queue: Queue = openQueue({
    claim: () => {
      const now = clock.now()
      return claimDocument(db, now, new Date(now.getTime() + leaseMs))
    },
    work: (row, signal) => readDocument({ ...services, reader, onError }, row, signal),
    onError,
  })
  const services: ArchiveServices = { db, clock, files, checker, queue, limitBytes }
  return {
    ...services,
    queue,
    routes: [
      ...archiveRoutes(services),
      ...batchRoutes(services),
      ...reviewRoutes(services),
      ...findRoutes(services),
    ],
    start: async () => {
      if (connection.kind === 'embedded') await resumeDocuments(db)
      queue.wake()
    },
    close: async () => {
      await queue.close()
      await reader.close()
      await checker.close()
    },
  }
}

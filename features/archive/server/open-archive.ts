import type { Clock } from '@jianbao/platform/clock'
import type { Connection } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Route } from '@jianbao/platform/http'
import { openQueue, type Queue } from '@jianbao/platform/jobs'
import { archiveJobs } from './archive.jobs.ts'
import { archiveRoutes } from './archive.routes.ts'
import type { ArchiveJob, ArchiveKeeping, ArchiveLimits } from './archive.services.ts'
import { batchRoutes } from './batch/batch.routes.ts'
import { selectStillPacked } from './batch/batch.store.ts'
import { sweepUnpacked } from './batch/unpack-batch.ts'
import { backfillFacts, findRoutes } from './find/index.ts'
import { lineUpUnread } from './line-up.ts'
import { openChecker } from './open-checker.ts'
import { openReader } from './open-reader.ts'
import { openReaders } from './open-readers.ts'
import { resumeDocuments } from './read-document.store.ts'
import type { Reader } from './reader.port.ts'
import { learnedNamesRoutes } from './review/learned-names.routes.ts'
import { reviewRoutes } from './review/review.routes.ts'
import { sweepBytes } from './sweep-bytes.ts'

export type Archive = ArchiveKeeping & {
  readonly routes: Route[]
  readonly queue: Queue<ArchiveJob>
  /** The reading threads, for rooms that read a file without keeping it. */
  readonly reader: Pick<Reader, 'read'>
  /** Picks up what waits, also what an earlier process left half done. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Opens the room: its queue, its checking thread and `readThreads` reading threads. */
export function openArchive(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  clock: Clock
  files: FileStore
  limits: ArchiveLimits
  readThreads: number
  onError: (error: unknown) => void
  reader?: Reader
}): Archive {
  const { connection, clock, files, limits, readThreads, onError } = options
  const { db } = connection
  const sizes = { limitBytes: limits.fileBytes, textLimitBytes: limits.textBytes }
  const reader =
    options.reader ?? openReaders(readThreads, () => openReader({ ...sizes, timeoutMs: limits.readMs }))
  const recogniser = options.reader ?? openReader({ ...sizes, timeoutMs: limits.recogniseMs })
  const checker = openChecker(sizes)
  const queue: Queue<ArchiveJob> = openQueue({
    connection,
    kinds: archiveJobs(() => keeping, { reader, recogniser, readThreads, onError }),
    onError,
  })
  const sweep = (sha256: string) => sweepBytes(db, files, sha256)
  const services = { clock, files, checker, queue, limits, sweep }
  const keeping: ArchiveKeeping = { ...services, db }
  return {
    ...keeping,
    queue,
    reader,
    routes: [
      ...archiveRoutes(services),
      ...batchRoutes(services),
      ...reviewRoutes(services),
      ...learnedNamesRoutes(),
      ...findRoutes(),
    ],
    start: async () => {
      if (connection.kind === 'embedded') await resumeDocuments(db)
      await queue.start()
      await lineUpUnread(keeping)
      await db.transaction(async tx => queue.send(tx, 'unpack', await selectStillPacked(tx)))
      queue.wake()
      await sweepUnpacked(keeping)
      await backfillFacts(db, onError)
    },
    close: async () => {
      await queue.close()
      await Promise.all([reader.close(), recogniser.close(), checker.close()])
    },
  }
}

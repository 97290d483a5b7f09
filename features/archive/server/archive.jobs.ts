import type { JobKind } from '@jianbao/platform/jobs'
import type { ArchiveJob, ArchiveKeeping } from './archive.services.ts'
import { beginUnpacking } from './batch/batch.store.ts'
import { unpackBatch } from './batch/unpack-batch.ts'
import { beginReading } from './read-document.store.ts'
import { readDocument } from './read-document.ts'
import type { Reader } from './reader.port.ts'

/** Saving what was read, and stopping what was late, take a little longer than the reading may. */
const graceMs = 60_000

/** What the jobs of the room do. `services` is asked for when the first job begins: they hold the queue themselves. */
export function archiveJobs(
  services: () => ArchiveKeeping,
  options: {
    reader: Reader
    recogniser: Reader
    readThreads: number
    onError: (error: unknown) => void
  },
): Record<ArchiveJob, JobKind> {
  const { reader, recogniser, readThreads, onError } = options
  const reading = (by: Reader, concurrency: number, limit: 'readMs' | 'recogniseMs'): JobKind => ({
    concurrency,
    begin: async (tx, job) => {
      const { clock, limits } = services()
      const now = clock.now()
      const leaseUntil = new Date(now.getTime() + limits[limit] + graceMs)
      const row = await beginReading(tx, job.id, now, leaseUntil)
      return row && (signal => readDocument({ ...services(), reader: by, onError }, row, job, signal))
    },
  })
  return {
    // One more than there are threads: while one saves, its thread reads on.
    read: reading(reader, readThreads + 1, 'readMs'),
    recognise: reading(recogniser, 1, 'recogniseMs'),
    unpack: {
      concurrency: 1,
      begin: async (tx, job) => {
        const batch = await beginUnpacking(tx, job.id, services().clock.now())
        return batch && (signal => unpackBatch({ ...services(), onError }, batch, job, signal))
      },
    },
  }
}

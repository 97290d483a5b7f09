import type { Clock } from '@jianbao/platform/clock'
import type { Connection } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Route } from '@jianbao/platform/http'
import { openQueue, type Queue } from '@jianbao/platform/jobs'
import type { Sealer } from '@jianbao/platform/seal'
import { openSheets } from '../sheet/open-sheets.ts'
import { carryImport } from './carry-import.ts'
import { importRoutes } from './import.routes.ts'
import type { ImportJob, ImportServices } from './import.services.ts'
import { beginStep, forgetSheets, selectAtWork } from './import.store.ts'

/** Sheets are kept for whoever still wants to mend one; then only what came of them is. */
const keptMs = 30 * 24 * 3_600_000

export type Imports = {
  readonly routes: Route[]
  readonly queue: Queue<ImportJob>
  /** Picks up what waits, also what an earlier process left half done. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Opens the import and export of units and people: its queue and the processes in which workbooks are opened. */
export function openImports(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  clock: Clock
  files: FileStore
  sealer: Sealer
  onError: (error: unknown) => void
}): Imports {
  const { connection, clock, files, sealer, onError } = options
  const { db } = connection
  const [desk, reader] = [openSheets(), openSheets()]
  const queue: Queue<ImportJob> = openQueue({
    connection,
    kinds: {
      'import-sheet': {
        concurrency: 1,
        begin: async (tx, job) => {
          const row = await beginStep(tx, job.id, clock.now())
          return row && (signal => carryImport(services, row, job, signal))
        },
      },
    },
    onError,
  })
  const services: ImportServices = { db, clock, files, sealer, queue, desk, reader, onError }
  return {
    routes: importRoutes(services),
    queue,
    start: async () => {
      await queue.start()
      await db.transaction(async tx => queue.send(tx, 'import-sheet', await selectAtWork(tx)))
      queue.wake()
      const before = new Date(clock.now().getTime() - keptMs)
      for (const sha256 of await db.transaction(tx => forgetSheets(tx, before))) await files.remove(sha256)
    },
    close: async () => {
      await queue.close()
      await Promise.all([desk.close(), reader.close()])
    },
  }
}

import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Queue } from '@jianbao/platform/jobs'
import type { Sealer } from '@jianbao/platform/seal'
import type { Sheets } from '../sheet/sheet.port.ts'

export type ImportJob = 'import-sheet'

export type ImportServices = {
  readonly db: Database
  readonly clock: Clock
  readonly files: FileStore
  /** Sheets hold telephone numbers: they lie on the disk sealed. */
  readonly sealer: Sealer
  readonly queue: Pick<Queue<ImportJob>, 'send' | 'wake'>
  /** Opens and makes workbooks for people who wait for an answer. */
  readonly desk: Sheets
  /** The same for jobs, so that a long sheet keeps nobody waiting. */
  readonly reader: Sheets
  readonly onError: (error: unknown) => void
}

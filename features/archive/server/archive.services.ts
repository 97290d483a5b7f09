import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Queue } from '@jianbao/platform/jobs'
import type { Checker } from './reader.port.ts'

/** What the actions of this room work with. */
export type ArchiveServices = {
  readonly db: Database
  readonly clock: Clock
  readonly files: FileStore
  readonly checker: Checker
  readonly queue: Pick<Queue, 'wake'>
  readonly limitBytes: number
}

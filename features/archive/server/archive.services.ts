import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Queue } from '@jianbao/platform/jobs'
import type { Checker } from './reader.port.ts'

/** Kinds of jobs of this room; reading the letters of pictures is a kind of its own, for it takes minutes. */
export type ArchiveJob = 'read' | 'recognise' | 'unpack'

export type ArchiveLimits = {
  /** Of one file, whatever it is. */
  readonly fileBytes: number
  /** Of the text in it, as UTF-8. */
  readonly textBytes: number
  /** Of a ZIP as it is sent. */
  readonly batchBytes: number
  /** The most one file may take to be read, and to be recognised. */
  readonly readMs: number
  readonly recogniseMs: number
}

/**
 * What the actions of this room work with. No database among them: what a caller asks for is read and changed through
 * `read` and `act` of the route alone, under both locks.
 */
export type ArchiveServices = {
  readonly clock: Clock
  readonly files: FileStore
  readonly checker: Checker
  readonly queue: Pick<Queue<ArchiveJob>, 'send' | 'wake'>
  readonly limits: ArchiveLimits
  /** Takes bytes away that nobody needs any more, of whatever unit; call after the commit. */
  readonly sweep: (sha256: string) => Promise<void>
}

/** What jobs, start and command line have besides: the database as its owner. No route is given it. */
export type ArchiveKeeping = ArchiveServices & { readonly db: Database }

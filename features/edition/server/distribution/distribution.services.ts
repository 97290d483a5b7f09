import type { Clock } from '@jianbao/platform/clock'
import type { FileStore } from '@jianbao/platform/files'
import type { Mailer } from '@jianbao/platform/mail'

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type DistributionServices = {
  readonly clock: Clock
  readonly files: Pick<FileStore, 'read' | 'stream'>
  readonly mailer: Pick<Mailer, 'on'>
  /** Has letters that became due written, without waiting for them. */
  readonly soon: () => void
}

import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FreezeOrder } from './freeze-order.ts'

/** What routes of signing ask of who makes the forms. */
export type SignServices = {
  readonly clock: Clock
  /** Throws why it cannot be set: `typesetting-failed`, `typesetting-timeout`. */
  readonly preflight: (order: FreezeOrder) => Promise<void>
  readonly order: {
    /** Has the forms of a signed edition made, once the transaction is committed and `wake` was called. */
    send(tx: Database, editionId: string): Promise<void>
    wake(): void
  }
}

import { openSheets } from '@jianbao/organisation/server'
import type { Clock } from '@jianbao/platform/clock'
import type { Connection } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Route } from '@jianbao/platform/http'
import { engineRoutes } from './engine/engine.routes.ts'
import { type Keeping, openKeeping } from './engine/keep/open-keeping.ts'
import { listRoutes } from './engine/list/list.routes.ts'
import { viewRoutes } from './engine/view/view.routes.ts'
import { openProving, type Proving } from './imported/open-proving.ts'
import { coverageRoutes } from './matrix/coverage.routes.ts'

export type Ledger = {
  readonly routes: Route[]
  readonly proving: Proving
  readonly keeping: Keeping
  /** Picks up what waits, also what an earlier process left half done. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Opens the ledger: who has done what, and what imported bulletins prove of it. */
export function openLedger(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  clock: Clock
  /** Files of proof. */
  proofs: FileStore
  onError: (error: unknown) => void
}): Ledger {
  const { connection, clock, proofs, onError } = options
  const sheets = openSheets()
  const proving = openProving({ connection, onError })
  const keeping = openKeeping({ connection, clock, onError })
  return {
    routes: [
      ...coverageRoutes({ clock }),
      ...engineRoutes({ clock, proofs }),
      ...listRoutes({ clock, files: proofs, sheets }),
      ...viewRoutes({ clock }),
    ],
    proving,
    keeping,
    start: async () => {
      await proving.start()
      await keeping.start()
    },
    close: async () => {
      await sheets.close()
      await keeping.close()
      await proving.close()
    },
  }
}

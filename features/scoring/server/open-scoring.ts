import type { Clock } from '@jianbao/platform/clock'
import type { Connection } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import { type Accounts, openAccounts } from './account/open-accounts.ts'
import { scoringRoutes } from './scoring.routes.ts'

export type Scoring = Accounts & { readonly routes: Route[] }

/** Opens adoption scoring: its routes, and the work that keeps points true. */
export function openScoring(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  clock: Clock
  onError: (error: unknown) => void
}): Scoring {
  return { ...openAccounts(options), routes: scoringRoutes(options) }
}

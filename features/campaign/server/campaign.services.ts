import type { Scope } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'

/**
 * How far a unit is with its tasks, by task: one letter for each period in its order, d done in time, l done late, p under
 * way, another nothing. Given by whoever keeps the ledger; the plan itself knows no reports.
 */
export type Standings = (tx: Database, scope: Scope, unitId: string) => Promise<ReadonlyMap<string, string>>

export type CampaignServices = {
  readonly clock: Clock
  readonly files: FileStore
  readonly standings: Standings
}

import { type Migration, readMigrations } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import {
  BoundPage,
  BoundUnit,
  Campaign,
  CampaignPage,
  CampaignSummary,
  Commitment,
  CommitmentPage,
  CommitmentSummary,
  CommitmentTallies,
  CommitmentTally,
  PackChange,
  PackFault,
  PackPreview,
  Stage,
  Task,
  TaskDetail,
  TaskOpening,
  TaskPeriod,
  UnitTaskItem,
  UnitTaskList,
} from '../contract/index.ts'
import { campaignRoutes as planRoutes } from './campaign.routes.ts'
import type { CampaignServices } from './campaign.services.ts'
import { commitmentRoutes } from './commitment/commitment.routes.ts'
import { packRoutes } from './pack.routes.ts'
import { taskRoutes } from './task.routes.ts'

export { issueCommitment } from './commitment/issue-commitment.ts'
export { signAsLeads } from './commitment/sign-as-leads.ts'
export { campaignWork } from './list-work.ts'

export { inYear } from './pack/in-year.ts'
export { openPackFolder, openPackZip } from './pack/open-source.ts'
export type { PackReading, PackSource } from './pack/pack.types.ts'
export { readPack } from './pack/read-pack.ts'
export { writePack, zipPack } from './pack/write-pack.ts'
export { checkUnits } from './plan/check-units.ts'
export { cutPeriods, type Period } from './plan/cut-periods.ts'
export { loadPack, type PackLoad, type PackLoading } from './plan/load-pack.ts'
export { type Lock, lockOf } from './plan/lock-of.ts'
export { periodState } from './plan/period-state.ts'
export {
  type CurrentCampaign,
  currentCampaigns,
  findPack,
  getReporting,
  listTasks,
  type UnitTask,
  type UnitTaskPeriod,
} from './plan/read-plan.ts'

export const campaignMigrations = (): Promise<Migration[]> =>
  readMigrations('campaign', new URL('./migrations/', import.meta.url))

export const campaignRoutes = (services: CampaignServices): Route[] => [
  ...planRoutes(services),
  ...packRoutes(services),
  ...taskRoutes(services),
  ...commitmentRoutes(services),
]

/** Shapes that get a name in the API document. */
export const campaignShapes = {
  BoundPage,
  BoundUnit,
  Campaign,
  CampaignPage,
  CampaignSummary,
  Commitment,
  CommitmentPage,
  CommitmentSummary,
  CommitmentTallies,
  CommitmentTally,
  PackChange,
  PackFault,
  PackPreview,
  Stage,
  Task,
  TaskDetail,
  TaskOpening,
  TaskPeriod,
  UnitTaskItem,
  UnitTaskList,
}

import { type Migration, readMigrations } from '@jianbao/platform/db'

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

import { type Migration, readMigrations } from '@jianbao/platform/db'

export const inspectionMigrations = (): Promise<Migration[]> =>
  readMigrations('inspection', new URL('./migrations/', import.meta.url))

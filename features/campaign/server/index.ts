import { type Migration, readMigrations } from '@jianbao/platform/db'

export const campaignMigrations = (): Promise<Migration[]> =>
  readMigrations('campaign', new URL('./migrations/', import.meta.url))

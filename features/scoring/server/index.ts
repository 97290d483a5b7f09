import { type Migration, readMigrations } from '@jianbao/platform/db'

export const scoringMigrations = (): Promise<Migration[]> =>
  readMigrations('scoring', new URL('./migrations/', import.meta.url))

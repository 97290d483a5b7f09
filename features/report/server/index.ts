import { type Migration, readMigrations } from '@jianbao/platform/db'

export const reportMigrations = (): Promise<Migration[]> =>
  readMigrations('report', new URL('./migrations/', import.meta.url))

import { type Migration, readMigrations } from '@jianbao/platform/db'

export const contestMigrations = (): Promise<Migration[]> =>
  readMigrations('contest', new URL('./migrations/', import.meta.url))

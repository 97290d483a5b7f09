import { type Migration, readMigrations } from '@jianbao/platform/db'

export const circularMigrations = (): Promise<Migration[]> =>
  readMigrations('circular', new URL('./migrations/', import.meta.url))

import { type Migration, readMigrations } from '@jianbao/platform/db'

/** They stand after those of the trail and of the organisation, whose tables they bring together. */
export const systemMigrations = (): Promise<Migration[]> =>
  readMigrations('system', new URL('./migrations/', import.meta.url))

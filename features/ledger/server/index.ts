import { type Migration, readMigrations } from '@jianbao/platform/db'

export const ledgerMigrations = (): Promise<Migration[]> =>
  readMigrations('ledger', new URL('./migrations/', import.meta.url))

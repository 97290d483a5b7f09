import type { Connection } from './database.types.ts'
import { type Migration, readMigrations } from './migrate.ts'
import { openEmbedded } from './open-embedded.ts'

export type { Connection, Database, Row, Run } from './database.types.ts'
export { FolderInUse, lockFolder } from './folder-lock.ts'
export { isAway } from './is-away.ts'
export { type Migration, MigrationError, migrate, readMigrations } from './migrate.ts'
export { openEmbedded } from './open-embedded.ts'
export { plannedOnce, rowsOf } from './query.ts'
export { RolesLacking, requireRoles } from './require-roles.ts'
export { storableDay, storableInteger, storableText } from './storable.ts'
export { openTending, tendTables } from './tend-tables.ts'
export { type DatabaseRole, withRole } from './with-role.ts'

/** Roles and policies that the migrations of all rooms build on. */
export const databaseMigrations = (): Promise<Migration[]> =>
  readMigrations('database', new URL('./migrations/', import.meta.url))

/**
 * Opens the one database of the installation: PostgreSQL at `url`, else PGlite in `folder`.
 * Throws FolderInUse, or the driver's error when the server cannot be reached.
 */
export async function openDatabase(options: {
  url?: string | undefined
  folder: string
  onError?: (error: Error) => void
}): Promise<Connection> {
  if (!options.url) return openEmbedded({ folder: options.folder })
  const { openServer } = await import('./open-server.ts')
  return openServer(options.url, options.onError)
}

export { and, asc, desc, eq, gt, gte, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
// The rooms speak SQL through this door, so that one version of one dialect stands in the whole house.
export * as columns from 'drizzle-orm/pg-core'

import { type Connection, type Database, migrate, openDatabase } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { seedPersonas } from './database-template.ts'
import { openPostgres, type TestPostgres } from './open-postgres.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'

/** Servers of one installation: they share a real PostgreSQL database and the data folder. */
export type TestServers = {
  readonly postgres: TestPostgres
  readonly apps: readonly TestApp[]
  /** The first server's way to the database. */
  readonly db: Database
  close(): Promise<void>
}

/** Starts `count` servers on a migrated database that holds the personas. Close it at the end. */
export async function openTestServers(count = 2): Promise<TestServers> {
  const postgres = await openPostgres()
  const connections: Connection[] = []
  for (let at = 0; at < count; at++) connections.push(await openDatabase(postgres))
  const { db } = connections[0]!
  await migrate(connections[0]!, await allMigrations())
  await seedPersonas(db)
  const apps: TestApp[] = []
  for (const connection of connections)
    apps.push(
      await openTestApp({ connection, ...(apps[0] ? { dataFolder: apps[0].config.dataFolder } : {}) }),
    )
  return {
    postgres,
    apps,
    db,
    close: async () => {
      // The folder is the first one's: it goes last.
      for (const app of apps.toReversed()) await app.close()
      for (const connection of connections) await connection.close()
      await postgres.close()
    },
  }
}

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Connection } from './database.types.ts'

/** One numbered SQL file of a room; `id` is `<room>/<file name without .sql>`. */
export type Migration = { readonly id: string; readonly sql: string; readonly checksum: string }

export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** Reads the `NNNN-name.sql` files of a folder, in order. Throws MigrationError on any other file name there. */
export async function readMigrations(room: string, folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).sort()
  return Promise.all(
    names.map(async name => {
      if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) throw new MigrationError(`not a migration: ${room}/${name}`)
      const sql = await readFile(new URL(name, folder), 'utf8')
      const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
      return { id: `${room}/${name.slice(0, -4)}`, sql, checksum }
    }),
  )
}

const journal = `create table if not exists migration (
  id text primary key, checksum text not null, applied_at timestamptz not null default now())`
/** Any number will do as long as it stays: it names the lock two starting processes queue at. */
const lockKey = 7_300_001

/**
 * Brings the database up to date: all pending migrations in one transaction, in the order given, one process at a time.
 * Returns the ids applied now. Throws MigrationError when an applied file was changed, or when the database was
 * written by a newer version.
 */
export async function migrate(connection: Connection, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = []
  await connection.inTransaction(async run => {
    await run('select pg_advisory_xact_lock($1)', [lockKey])
    await run(journal)
    const rows = await run('select id, checksum from migration', [])
    const before = new Map(rows.map(row => [String(row['id']), String(row['checksum'])]))
    const known = new Set(migrations.map(migration => migration.id))
    const unknown = [...before.keys()].filter(id => !known.has(id))
    if (unknown.length)
      throw new MigrationError(`the database is newer than this program: ${unknown.join(', ')}`)
    for (const { id, sql, checksum } of migrations) {
      const was = before.get(id)
      if (was && was !== checksum) throw new MigrationError(`${id} was changed after it had been applied`)
      if (was) continue
      await run(sql)
      await run('insert into migration (id, checksum) values ($1, $2)', [id, checksum])
      applied.push(id)
    }
  })
  return applied
}

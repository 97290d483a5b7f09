import { sql } from 'drizzle-orm'
import type { Connection } from './database.types.ts'
import { rowsOf } from './query.ts'

/** Fewer changes are not worth it; a tenth of the rows is. */
const changesLeast = 500

/**
 * What a server does by itself and the embedded database does not: counts again what the planner goes by and gives room
 * back, of tables that changed a good deal since. One table at a time, so that others have their turn between. Returns
 * how many were tended.
 */
export async function tendTables({ db, kind }: Pick<Connection, 'db' | 'kind'>): Promise<number> {
  if (kind !== 'embedded') return 0
  await db.execute(sql`select pg_stat_force_next_flush()`)
  const changed = await rowsOf<{ name: string }>(
    db,
    sql`select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
      where n_mod_since_analyze > ${changesLeast} + n_live_tup / 10 or n_dead_tup > ${changesLeast} + n_live_tup / 5
        or (last_analyze is null and pg_relation_size(relid) > 65536)`,
  )
  for (const { name } of changed) await db.execute(sql`vacuum (analyze) ${sql.raw(name)}`)
  return changed.length
}

const everyMs = 30 * 60_000

/** Tends the tables now and then until closed. Errors go to `onError`. */
export function openTending(
  connection: Pick<Connection, 'db' | 'kind'>,
  onError: (error: unknown) => void,
): { close(): void } {
  const timer = setInterval(() => void tendTables(connection).catch(onError), everyMs).unref()
  return { close: () => clearInterval(timer) }
}

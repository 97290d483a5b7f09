import { sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../db/index.ts'

export type FoundEntry = { readonly id: number; readonly hash: string }

/** The newest entry of one of these actions done on an object, once its transaction has committed. Runs as the owner. */
export async function findEntry(
  db: Database,
  { object, actions }: { readonly object: string; readonly actions: readonly string[] },
): Promise<FoundEntry | null> {
  const [entry] = await rowsOf<{ id: string; hash: string }>(
    db,
    sql`select id::text, hash from audit_entry where object = ${object} and action in ${[...actions]}
      and outcome = 'done' order by id desc limit 1`,
  )
  return entry ? { id: Number(entry.id), hash: entry.hash } : null
}

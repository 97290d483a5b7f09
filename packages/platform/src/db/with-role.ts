import { sql } from 'drizzle-orm'
import type { Database } from './database.types.ts'

/** Roles of the database: `owner` owns the tables, the others stand under policies (db/migrations/0001-roles.sql). */
export type DatabaseRole = 'owner' | 'jianbao_desk' | 'jianbao_search'

/**
 * Does `work` as another role inside the caller's transaction and steps back afterwards. `owner` passes every policy:
 * for what the program itself keeps (the queue, the trail), never for what a caller asked to see.
 */
export async function withRole<T>(tx: Database, role: DatabaseRole, work: () => Promise<T>): Promise<T> {
  const result = (await tx.execute(
    sql`select current_user as before, session_user as owner, set_config('role', ${role === 'owner' ? 'none' : role}, true)`,
  )) as unknown as { rows: { before: string; owner: string }[] }
  const { before, owner } = result.rows[0]!
  // Not in a `finally`: a statement that failed has ended the transaction, and its role with it.
  const done = await work()
  await tx.execute(sql`select set_config('role', ${before === owner ? 'none' : before}, true)`)
  return done
}

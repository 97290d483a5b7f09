import { type SQL, sql } from 'drizzle-orm'
import type { Database, Row } from './database.types.ts'

/** Rows of a hand-written query; both engines answer with an object that has `rows`. */
export async function rowsOf<T = Row>(db: Database, query: SQL): Promise<T[]> {
  const result = (await db.execute(query)) as unknown as { rows: T[] }
  return result.rows
}

/** Ends a statement that a server plans once for each connection. */
export const onceMark = '/* planned once */'

/**
 * A statement whose best plan does not hang on its values, as those that look for one row by its id. A server keeps its
 * plan: under the policies of several tables planning takes ten times as long as the work.
 */
export const plannedOnce = (query: SQL): SQL => sql`${query} ${sql.raw(onceMark)}`

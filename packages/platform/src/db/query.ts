import type { SQL } from 'drizzle-orm'
import type { Database, Row } from './database.types.ts'

/** Rows of a hand-written query; both engines answer with an object that has `rows`. */
export async function rowsOf<T = Row>(db: Database, query: SQL): Promise<T[]> {
  const result = (await db.execute(query)) as unknown as { rows: T[] }
  return result.rows
}

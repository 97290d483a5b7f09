import { sql } from 'drizzle-orm'
import { type Database, rowsOf } from '../db/index.ts'

/** The number and hash of the newest entry, as the end of the chain says; 0 and nothing while there is none. */
export async function chainHead(db: Database): Promise<{ id: number; hash: string }> {
  const [head] = await rowsOf<{ id: string; hash: string }>(db, sql`select id::text, hash from audit_head`)
  return { id: Number(head?.id ?? 0), hash: head?.hash ?? '' }
}

import {
  and,
  type Database,
  desc,
  eq,
  inArray,
  rowsOf,
  type SQL,
  sql,
  storableText,
} from '@jianbao/platform/db'
import type { DocumentQuery } from '../contract/index.ts'
import { type DocumentRow, documentTable, readingTable } from './document.table.ts'

/** Two actions on the same bytes queue here until the first has committed. */
export async function lockContent(tx: Database, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`)
}

export async function findBySha(db: Database, sha256: string): Promise<DocumentRow | null> {
  const rows = await db.select().from(documentTable).where(eq(documentTable.sha256, sha256))
  return rows[0] ?? null
}

export async function findDocumentRow(db: Database, id: string): Promise<DocumentRow | null> {
  const rows = await db.select().from(documentTable).where(eq(documentTable.id, id))
  return rows[0] ?? null
}

/** The row, held until the transaction ends. */
export async function holdDocumentRow(tx: Database, id: string): Promise<DocumentRow | null> {
  const rows = await tx.select().from(documentTable).where(eq(documentTable.id, id)).for('update')
  return rows[0] ?? null
}

export async function selectByIds(db: Database, ids: readonly string[]): Promise<DocumentRow[]> {
  if (!ids.length) return []
  return db
    .select()
    .from(documentTable)
    .where(inArray(documentTable.id, [...ids]))
}

/** One page, newest first, and how many there are in all. */
export async function selectDocuments(
  db: Database,
  query: DocumentQuery & { page: number; pageSize: number },
) {
  const found: SQL[] = []
  if (query.state) found.push(eq(documentTable.state, query.state))
  if (query.q) {
    const pattern = `%${storableText(query.q).replace(/[\\%_]/g, '\\$&')}%`
    found.push(sql`(${documentTable.fileName} ilike ${pattern} or ${documentTable.series} ilike ${pattern})`)
  }
  const where = and(...found)
  const rows = await db
    .select()
    .from(documentTable)
    .where(where)
    .orderBy(desc(documentTable.createdAt), desc(documentTable.id))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
  const counted = await db.select({ total: sql<number>`count(*)::int` }).from(documentTable).where(where)
  return { rows, total: counted[0]?.total ?? 0 }
}

/**
 * Takes the oldest document that waits, or whose reader fell silent, until `leaseUntil`; null when there is none.
 * Rows another process is just taking are passed over.
 */
export async function claimDocument(db: Database, now: Date, leaseUntil: Date): Promise<DocumentRow | null> {
  const taken = await rowsOf<{ id: string }>(
    db,
    sql`update document set state = 'reading', progress = 0.02, problem_code = null, problem_details = null,
        lease_until = ${leaseUntil.toISOString()}, updated_at = ${now.toISOString()}
      where id = (
        select id from document
        where state = 'waiting' or (state = 'reading' and lease_until < ${now.toISOString()})
        order by created_at, id limit 1 for update skip locked)
      returning id`,
  )
  return taken[0] ? findDocumentRow(db, taken[0].id) : null
}

/** Puts what an earlier process left half read back in line; only for a database that no other process uses. */
export async function resumeDocuments(db: Database): Promise<void> {
  await db
    .update(documentTable)
    .set({ state: 'waiting', leaseUntil: null })
    .where(eq(documentTable.state, 'reading'))
}

/** Changes a document that is being read under the lease of `row`; false when the lease is no longer ours. */
export async function updateReading(
  db: Database,
  { id, leaseUntil }: Pick<DocumentRow, 'id' | 'leaseUntil'>,
  change: Partial<DocumentRow>,
): Promise<boolean> {
  if (!leaseUntil) return false
  const rows = await db
    .update(documentTable)
    .set(change)
    .where(
      and(
        eq(documentTable.id, id),
        eq(documentTable.state, 'reading'),
        eq(documentTable.leaseUntil, leaseUntil),
      ),
    )
    .returning({ id: documentTable.id })
  return rows.length > 0
}

export async function saveReadings(
  tx: Database,
  documentId: string,
  text: string,
  readings: unknown,
): Promise<void> {
  const values = { textJson: JSON.stringify(text), readingsJson: JSON.stringify(readings) }
  await tx
    .insert(readingTable)
    .values({ documentId, ...values })
    .onConflictDoUpdate({ target: readingTable.documentId, set: values })
}

export async function findReadings(db: Database, documentId: string) {
  const rows = await db.select().from(readingTable).where(eq(readingTable.documentId, documentId))
  return rows[0] ?? null
}

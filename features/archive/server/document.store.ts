import { and, asc, type Database, desc, eq, inArray, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { DocumentQuery } from '../contract/index.ts'
import { type DocumentRow, documentTable, readingTable } from './document.table.ts'
import { supersedeEdits } from './review/review.store.ts'

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

/** One page, newest or most doubtful first, and how many there are in all. */
export async function selectDocuments(
  db: Database,
  query: DocumentQuery & { page: number; pageSize: number },
) {
  const found: SQL[] = []
  if (query.state) found.push(eq(documentTable.state, query.state))
  if (query.kind) found.push(eq(documentTable.kind, query.kind))
  if (query.batch) found.push(eq(documentTable.batchId, query.batch))
  if (query.q) {
    const pattern = `%${storableText(query.q).replace(/[\\%_]/g, '\\$&')}%`
    found.push(sql`(${documentTable.fileName} ilike ${pattern} or ${documentTable.series} ilike ${pattern})`)
  }
  const where = and(...found)
  const newest = [desc(documentTable.createdAt), desc(documentTable.id)]
  const doubtful = [desc(documentTable.doubts), asc(documentTable.createdAt), asc(documentTable.id)]
  const rows = await db
    .select()
    .from(documentTable)
    .where(where)
    .orderBy(...(query.order === 'doubtful' ? doubtful : newest))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
  const counted = await db.select({ total: sql<number>`count(*)::int` }).from(documentTable).where(where)
  return { rows, total: counted[0]?.total ?? 0 }
}

/**
 * Begins to read a document that stands in line, or whose reader fell silent, until `leaseUntil`; null when it is
 * neither. Inside the transaction that takes its job.
 */
export async function beginReading(
  tx: Database,
  id: string,
  now: Date,
  leaseUntil: Date,
): Promise<DocumentRow | null> {
  const rows = await tx
    .update(documentTable)
    .set({
      state: 'reading',
      progress: 0.02,
      problemCode: null,
      problemDetails: null,
      leaseUntil,
      updatedAt: now,
    })
    .where(and(eq(documentTable.id, id), inArray(documentTable.state, ['waiting', 'reading'])))
    .returning()
  return rows[0] ?? null
}

/** Puts what an earlier process left half read back in line; only for a database that no other process uses. */
export async function resumeDocuments(db: Database): Promise<void> {
  await db
    .update(documentTable)
    .set({ state: 'waiting', progress: 0, leaseUntil: null })
    .where(eq(documentTable.state, 'reading'))
}

/** Ids of the documents whose row says that they wait or are being read, in their order. */
export async function selectUnread(db: Database): Promise<{ id: string; recognise: boolean }[]> {
  return db
    .select({ id: documentTable.id, recognise: documentTable.recognise })
    .from(documentTable)
    .where(inArray(documentTable.state, ['waiting', 'reading']))
    .orderBy(documentTable.createdAt, documentTable.id)
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

/** Saves what was read; what a review had corrected before is superseded and can be undone no more. */
export async function saveReadings(
  tx: Database,
  documentId: string,
  text: string,
  readings: unknown,
): Promise<void> {
  const values = {
    textJson: JSON.stringify(text),
    readingsJson: JSON.stringify(readings),
    settledJson: '[]',
    correctionsJson: '[]',
  }
  await supersedeEdits(tx, documentId)
  await tx
    .insert(readingTable)
    .values({ documentId, ...values })
    .onConflictDoUpdate({ target: readingTable.documentId, set: values })
}

export async function findReadings(db: Database, documentId: string) {
  const rows = await db.select().from(readingTable).where(eq(readingTable.documentId, documentId))
  return rows[0] ?? null
}

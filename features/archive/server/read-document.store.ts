/** What the jobs of reading write, as the program itself: they serve every unit and stand under no scope. */
import { and, type Database, eq, inArray } from '@jianbao/platform/db'
import { type DocumentRow, documentTable, readingTable } from './document.table.ts'
import { supersedeEdits } from './review/review.store.ts'

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

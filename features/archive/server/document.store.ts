import { type Scope, within } from '@jianbao/platform/access'
import { and, asc, type Database, desc, eq, inArray, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { DocumentQuery } from '../contract/index.ts'
import { type DocumentRow, documentTable, readingTable } from './document.table.ts'

/** The first lock: documents of the scope. */
const inScope = (scope: Scope): SQL => within(scope, sql`${documentTable.scopePath}`)

/** Two actions on the same bytes queue here until the first has committed. */
export async function lockContent(tx: Database, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`)
}

/** The document a unit has of these bytes; what others have of them is none of its business. */
export async function findBySha(
  tx: Database,
  scope: Scope,
  unitId: string,
  sha256: string,
): Promise<DocumentRow | null> {
  const same = and(eq(documentTable.sha256, sha256), eq(documentTable.unitId, unitId), inScope(scope))
  const rows = await tx.select().from(documentTable).where(same)
  return rows[0] ?? null
}

export async function findDocumentRow(tx: Database, scope: Scope, id: string): Promise<DocumentRow | null> {
  return (await selectByIds(tx, scope, [id]))[0] ?? null
}

/** The row, held until the transaction ends. */
export async function holdDocumentRow(tx: Database, scope: Scope, id: string): Promise<DocumentRow | null> {
  const rows = await tx
    .select()
    .from(documentTable)
    .where(and(eq(documentTable.id, id), inScope(scope)))
    .for('update')
  return rows[0] ?? null
}

export async function selectByIds(
  tx: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<DocumentRow[]> {
  if (!ids.length) return []
  return tx
    .select()
    .from(documentTable)
    .where(and(inArray(documentTable.id, [...ids]), inScope(scope)))
}

export async function addDocument(
  tx: Database,
  row: typeof documentTable.$inferInsert,
): Promise<DocumentRow> {
  const rows = await tx.insert(documentTable).values(row).returning()
  return rows[0]!
}

/** Changes a document that is held. */
export async function changeDocument(
  tx: Database,
  scope: Scope,
  id: string,
  change: Partial<DocumentRow>,
): Promise<void> {
  await tx
    .update(documentTable)
    .set(change)
    .where(and(eq(documentTable.id, id), inScope(scope)))
}

export async function deleteDocument(tx: Database, scope: Scope, id: string): Promise<void> {
  await tx.delete(documentTable).where(and(eq(documentTable.id, id), inScope(scope)))
}

/** One page, newest or most doubtful first, and how many there are in all. */
export async function selectDocuments(
  tx: Database,
  scope: Scope,
  query: DocumentQuery & { page: number; pageSize: number },
) {
  const found: SQL[] = [inScope(scope)]
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
  const rows = await tx
    .select()
    .from(documentTable)
    .where(where)
    .orderBy(...(query.order === 'doubtful' ? doubtful : newest))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
  const counted = await tx.select({ total: sql<number>`count(*)::int` }).from(documentTable).where(where)
  return { rows, total: counted[0]?.total ?? 0 }
}

export async function findReadings(tx: Database, scope: Scope, documentId: string) {
  const open = tx.select({ id: documentTable.id }).from(documentTable).where(inScope(scope))
  const rows = await tx
    .select()
    .from(readingTable)
    .where(and(eq(readingTable.documentId, documentId), inArray(readingTable.documentId, open)))
  return rows[0] ?? null
}

import { type Scope, within } from '@jianbao/platform/access'
import { and, type Database, eq, gte, inArray, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { DocumentState } from '../../contract/index.ts'
import { type BatchRow, batchTable } from './batch.table.ts'

/** A batch and how many of its documents are in each state. */
export type CountedBatch = BatchRow & { readonly counts: Partial<Record<DocumentState, number>> }

/** The first lock: batches of the scope; what came of one belongs to its unit. */
const inScope = (scope: Scope): SQL => within(scope, sql`${batchTable.scopePath}`)

const counts = sql<CountedBatch['counts'] | null>`(
  select json_object_agg(state, n) from
    (select state, count(*)::int as n from document where batch_id = batch.id group by state) as counted)`

export async function findBatch(tx: Database, scope: Scope, id: string): Promise<CountedBatch | null> {
  const rows = await tx
    .select({ batch: batchTable, counts })
    .from(batchTable)
    .where(and(eq(batchTable.id, id), inScope(scope)))
  return rows[0] ? { ...rows[0].batch, counts: rows[0].counts ?? {} } : null
}

/** One page, newest first, and how many there are in all. */
export async function selectBatches(tx: Database, scope: Scope, page: number, pageSize: number) {
  const rows = await tx
    .select({ batch: batchTable, counts })
    .from(batchTable)
    .where(inScope(scope))
    .orderBy(sql`${batchTable.createdAt} desc, ${batchTable.id} desc`)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
  const total = await tx.$count(batchTable, inScope(scope))
  return { rows: rows.map(row => ({ ...row.batch, counts: row.counts ?? {} })), total }
}

export async function addBatch(tx: Database, row: typeof batchTable.$inferInsert): Promise<void> {
  await tx.insert(batchTable).values(row)
}

/** For jobs, which serve every unit: begins to unpack a batch that waits, or whose process fell silent; null when it is neither. */
export async function beginUnpacking(tx: Database, id: string, now: Date): Promise<BatchRow | null> {
  const rows = await tx
    .update(batchTable)
    .set({ state: 'unpacking', updatedAt: now })
    .where(and(eq(batchTable.id, id), inArray(batchTable.state, ['waiting', 'unpacking'])))
    .returning()
  return rows[0] ?? null
}

/** Changes a batch that is being unpacked. */
export async function updateUnpacking(db: Database, id: string, change: Partial<BatchRow>): Promise<void> {
  await db
    .update(batchTable)
    .set(change)
    .where(and(eq(batchTable.id, id), eq(batchTable.state, 'unpacking')))
}

export async function selectStillPacked(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: batchTable.id })
    .from(batchTable)
    .where(inArray(batchTable.state, ['waiting', 'unpacking']))
    .orderBy(batchTable.createdAt, batchTable.id)
  return rows.map(({ id }) => id)
}

/** Contents of ZIPs that were unpacked since `since`, for whatever an earlier process left of them. */
export async function selectUnpackedSince(db: Database, since: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ sha256: batchTable.sha256 })
    .from(batchTable)
    .where(and(inArray(batchTable.state, ['unpacked', 'failed']), gte(batchTable.updatedAt, since)))
  return rows.map(({ sha256 }) => sha256)
}

/** Whether a batch still to be unpacked, or a document, needs these bytes, whosever they are. */
export async function isNeeded(tx: Database, sha256: string): Promise<boolean> {
  const found = await rowsOf(
    tx,
    sql`select 1 from batch where sha256 = ${sha256} and state in ('waiting', 'unpacking')
      union all select 1 from document where sha256 = ${sha256} limit 1`,
  )
  return found.length > 0
}

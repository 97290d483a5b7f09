/** What the review keeps: the readings as they are now, and every step that led there. */
import { and, type Database, desc, eq, sql, storableText } from '@jianbao/platform/db'
import { documentTable, readingTable } from '../document.table.ts'
import { readingFacts } from '../reading-facts.ts'
import type { ReviewState } from './apply-edit.rules.ts'
import { type EntryRow, entryTable } from './review.table.ts'

export type LoadedState = ReviewState & { readonly text: string }

export const emptyState: LoadedState = { text: '', readings: [], settled: [], corrections: [] }

/** Readings, settled doubts and corrections as they are now; empty before the document was read. */
export async function loadState(db: Database, documentId: string): Promise<LoadedState> {
  const [row] = await db.select().from(readingTable).where(eq(readingTable.documentId, documentId))
  if (!row) return emptyState
  return {
    text: JSON.parse(row.textJson),
    readings: JSON.parse(row.readingsJson),
    settled: JSON.parse(row.settledJson),
    corrections: JSON.parse(row.correctionsJson),
  }
}

/** Writes the state and what the list of documents shows of it; the version rises. */
export async function saveState(
  tx: Database,
  document: { id: string; version: number; at: Date },
  { readings, settled, corrections }: ReviewState,
): Promise<void> {
  await tx
    .update(readingTable)
    .set({
      readingsJson: JSON.stringify(readings),
      settledJson: JSON.stringify(settled),
      correctionsJson: JSON.stringify(corrections),
    })
    .where(eq(readingTable.documentId, document.id))
  await tx
    .update(documentTable)
    .set({ ...readingFacts(readings, new Set(settled)), version: document.version, updatedAt: document.at })
    .where(eq(documentTable.id, document.id))
}

const shown = {
  seq: entryTable.seq,
  deed: entryTable.deed,
  editJson: entryTable.editJson,
  before: entryTable.before,
  after: entryTable.after,
  byName: entryTable.byName,
  at: entryTable.at,
  undone: entryTable.undone,
}
export type ShownEntry = Pick<EntryRow, keyof typeof shown>

/** Newest first, without the changes themselves. */
export async function selectEntries(db: Database, documentId: string, limit: number): Promise<ShownEntry[]> {
  return db
    .select(shown)
    .from(entryTable)
    .where(eq(entryTable.documentId, documentId))
    .orderBy(desc(entryTable.seq))
    .limit(limit)
}

/** Adds a step to the history of a document whose row is held; returns its number. */
export async function addEntry(
  tx: Database,
  entry: Pick<EntryRow, 'documentId' | 'deed' | 'byId' | 'byName' | 'at'> & Partial<EntryRow>,
): Promise<number> {
  const [last] = await selectEntries(tx, entry.documentId, 1)
  const seq = (last?.seq ?? 0) + 1
  const words = (text: string | null | undefined) => storableText(text ?? null)
  await tx.insert(entryTable).values({
    ...entry,
    seq,
    before: words(entry.before),
    after: words(entry.after),
    byName: storableText(entry.byName),
  })
  return seq
}

/** Numbers of the last correction that stands and of the one undone last: what undo and redo would take. */
export async function findSteps(
  db: Database,
  documentId: string,
): Promise<{ undo: number | null; redo: number | null }> {
  const steps = await db
    .select({ seq: entryTable.seq, undone: entryTable.undone })
    .from(entryTable)
    .where(sql`document_id = ${documentId} and back_json is not null`)
    .orderBy(entryTable.seq)
  const undo = steps.findLast(step => !step.undone)?.seq ?? null
  // What was undone before a later correction was made is gone for good.
  const redo = steps.find(step => step.undone && step.seq > (undo ?? 0))?.seq ?? null
  return { undo, redo }
}

export async function findEntry(db: Database, documentId: string, seq: number): Promise<EntryRow | null> {
  const [row] = await db.select().from(entryTable).where(ofEntry(documentId, seq))
  return row ?? null
}

export async function markUndone(
  tx: Database,
  documentId: string,
  seq: number,
  undone: boolean,
): Promise<void> {
  await tx.update(entryTable).set({ undone }).where(ofEntry(documentId, seq))
}

/** A document that is read anew: its corrections stay in the history, and whoever has it open sees it changed. */
export async function supersedeEdits(tx: Database, documentId: string): Promise<void> {
  const before = await tx
    .select({ id: readingTable.documentId })
    .from(readingTable)
    .where(eq(readingTable.documentId, documentId))
  if (!before.length) return
  await tx
    .update(entryTable)
    .set({ backJson: null, forthJson: null })
    .where(eq(entryTable.documentId, documentId))
  await tx.update(documentTable).set({ version: sql`version + 1` }).where(eq(documentTable.id, documentId))
}

const ofEntry = (documentId: string, seq: number) =>
  and(eq(entryTable.documentId, documentId), eq(entryTable.seq, seq))

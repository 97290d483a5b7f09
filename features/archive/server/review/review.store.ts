/** What the review keeps: the readings as they are now, and every step that led there. */
import { type Scope, within } from '@jianbao/platform/access'
import { and, type Database, desc, eq, type SQL, sql, storableText } from '@jianbao/platform/db'
import { changeDocument, findReadings } from '../document.store.ts'
import { documentTable, readingTable } from '../document.table.ts'
import { readingFacts } from '../reading-facts.ts'
import type { ReviewState } from './apply-edit.rules.ts'
import { type EntryRow, entryTable } from './review.table.ts'

/** The first lock: what belongs to documents of the scope. */
const inScope = (scope: Scope, documentId: SQL): SQL =>
  sql`exists (select 1 from document where document.id = ${documentId} and ${within(scope, sql`document.scope_path`)})`

export type LoadedState = ReviewState & { readonly text: string }

export const emptyState: LoadedState = { text: '', readings: [], settled: [], corrections: [] }

/** Readings, settled doubts and corrections as they are now; empty before the document was read. */
export async function loadState(tx: Database, scope: Scope, documentId: string): Promise<LoadedState> {
  const row = await findReadings(tx, scope, documentId)
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
  scope: Scope,
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
    .where(and(eq(readingTable.documentId, document.id), inScope(scope, sql`${readingTable.documentId}`)))
  const facts = readingFacts(readings, new Set(settled))
  await changeDocument(tx, scope, document.id, {
    ...facts,
    version: document.version,
    updatedAt: document.at,
  })
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
export async function selectEntries(
  tx: Database,
  scope: Scope,
  documentId: string,
  limit: number,
): Promise<ShownEntry[]> {
  return tx
    .select(shown)
    .from(entryTable)
    .where(and(eq(entryTable.documentId, documentId), inScope(scope, sql`${entryTable.documentId}`)))
    .orderBy(desc(entryTable.seq))
    .limit(limit)
}

/** Adds a step to the history of a document whose row is held; returns its number. */
export async function addEntry(
  tx: Database,
  scope: Scope,
  entry: Pick<EntryRow, 'documentId' | 'deed' | 'byId' | 'byName' | 'at'> & Partial<EntryRow>,
): Promise<number> {
  const [last] = await selectEntries(tx, scope, entry.documentId, 1)
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
  tx: Database,
  scope: Scope,
  documentId: string,
): Promise<{ undo: number | null; redo: number | null }> {
  const mine = inScope(scope, sql`${entryTable.documentId}`)
  const steps = await tx
    .select({ seq: entryTable.seq, undone: entryTable.undone })
    .from(entryTable)
    .where(and(eq(entryTable.documentId, documentId), sql`${entryTable.backJson} is not null`, mine))
    .orderBy(entryTable.seq)
  const undo = steps.findLast(step => !step.undone)?.seq ?? null
  // What was undone before a later correction was made is gone for good.
  const redo = steps.find(step => step.undone && step.seq > (undo ?? 0))?.seq ?? null
  return { undo, redo }
}

export async function findEntry(
  tx: Database,
  scope: Scope,
  documentId: string,
  seq: number,
): Promise<EntryRow | null> {
  const [row] = await tx
    .select()
    .from(entryTable)
    .where(ofEntry(scope, documentId, seq))
  return row ?? null
}

export async function markUndone(
  tx: Database,
  scope: Scope,
  documentId: string,
  seq: number,
  undone: boolean,
): Promise<void> {
  await tx
    .update(entryTable)
    .set({ undone })
    .where(ofEntry(scope, documentId, seq))
}

/** For the jobs of reading: a document that is read anew: its corrections stay in the history, and whoever has it open sees it changed. */
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

const ofEntry = (scope: Scope, documentId: string, seq: number) =>
  and(
    eq(entryTable.documentId, documentId),
    eq(entryTable.seq, seq),
    inScope(scope, sql`${entryTable.documentId}`),
  )

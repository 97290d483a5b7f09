/** Records the bulletins read from a document as issues; reading again replaces them under the same addresses. */
import { randomUUID } from 'node:crypto'
import type { IntakeDocument } from '@jianbao/intake/contract'
import { type Database, eq, inArray, storableText } from '@jianbao/platform/db'
import { articleTable, columnTable, issueTable } from './issue.table.ts'
import { issueFacts } from './issue-facts.ts'

/**
 * Writes one issue per reading, in order, inside the caller's transaction. An issue that was there keeps its id and
 * whether it is published. Returns the ids in the order of `readings`.
 */
export async function recordIssues(
  tx: Database,
  source: { documentId: string; at: Date },
  readings: readonly IntakeDocument[],
): Promise<string[]> {
  const { documentId, at } = source
  const before = await tx.select().from(issueTable).where(eq(issueTable.documentId, documentId))
  const ids: string[] = []
  for (const [position, reading] of readings.entries()) {
    const old = before.find(issue => issue.position === position)
    const id = old?.id ?? randomUUID()
    const facts = issueFacts(reading)
    if (old) {
      await tx.delete(columnTable).where(eq(columnTable.issueId, id))
      await tx.update(issueTable).set(facts).where(eq(issueTable.id, id))
    } else
      await tx
        .insert(issueTable)
        .values({ ...facts, id, documentId, position, origin: 'imported', createdAt: at })
    await recordColumns(tx, id, reading)
    ids.push(id)
  }
  const surplus = before.filter(issue => issue.position >= readings.length).map(issue => issue.id)
  if (surplus.length) await tx.delete(issueTable).where(inArray(issueTable.id, surplus))
  return ids
}

async function recordColumns(tx: Database, issueId: string, reading: IntakeDocument): Promise<void> {
  for (const [position, column] of reading.columns.entries()) {
    const columnId = randomUUID()
    await tx.insert(columnTable).values({ id: columnId, issueId, position, name: storableText(column.name) })
    const rows = column.articles.map((article, place) => ({
      id: randomUUID(),
      columnId,
      position: place,
      kind: article.kind,
      headline: storableText(article.headline),
      contributor: storableText(article.contributor),
      paragraphs: article.paragraphs.map(storableText),
    }))
    for (let from = 0; from < rows.length; from += 200)
      await tx.insert(articleTable).values(rows.slice(from, from + 200))
  }
}

/** Removes the issues of a document, inside the caller's transaction. */
export async function removeIssues(tx: Database, documentId: string): Promise<void> {
  await tx.delete(issueTable).where(eq(issueTable.documentId, documentId))
}

/** Ids of the issues of each document, in the order they stand in it. */
export async function findIssueIds(
  db: Database,
  documentIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(documentIds.map(id => [id, []]))
  if (!documentIds.length) return found
  const rows = await db
    .select({ id: issueTable.id, documentId: issueTable.documentId })
    .from(issueTable)
    .where(inArray(issueTable.documentId, [...documentIds]))
    .orderBy(issueTable.documentId, issueTable.position)
  for (const { id, documentId } of rows) found.get(documentId ?? '')?.push(id)
  return found
}

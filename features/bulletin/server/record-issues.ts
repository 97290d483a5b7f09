/** Records the bulletins read from a document as issues; reading again replaces them under the same addresses. */
import { randomUUID } from 'node:crypto'
import type { IntakeDocument } from '@jianbao/intake/contract'
import { type Scope, within } from '@jianbao/platform/access'
import { and, type Database, eq, inArray, type SQL, sql, storableText } from '@jianbao/platform/db'
import { readColumns, selectIssuesOf } from './issue.store.ts'
import { articleTable, columnTable, issueTable } from './issue.table.ts'
import { issueFacts } from './issue-facts.ts'

/**
 * Writes one issue per reading, in order, inside the caller's transaction. An issue that was there keeps its id and
 * whether it is published, and so do its articles. Returns the ids in the order of `readings`.
 */
export async function recordIssues(
  tx: Database,
  scope: Scope,
  source: { documentId: string | null; unitId: string; at: Date },
  readings: readonly IntakeDocument[],
): Promise<string[]> {
  const { documentId, unitId, at } = source
  const before = documentId === null ? [] : await selectIssuesOf(tx, scope, [documentId])
  const ids: string[] = []
  for (const [position, reading] of readings.entries()) {
    const old = before.find(issue => issue.position === position)
    const id = old?.id ?? randomUUID()
    const facts = issueFacts(reading)
    const idOf = articleIds(old ? await readColumns(tx, scope, id) : null)
    if (old) {
      await tx.delete(columnTable).where(eq(columnTable.issueId, id))
      await tx
        .update(issueTable)
        .set(facts)
        .where(and(eq(issueTable.id, id), inScope(scope)))
    } else
      await tx
        .insert(issueTable)
        .values({ ...facts, id, unitId, documentId, position, origin: 'imported', createdAt: at })
    await recordColumns(tx, id, reading, idOf)
    ids.push(id)
  }
  const surplus = before.filter(issue => issue.position >= readings.length).map(issue => issue.id)
  if (surplus.length) await tx.delete(issueTable).where(and(inArray(issueTable.id, surplus), inScope(scope)))
  return ids
}

type Before = Awaited<ReturnType<typeof readColumns>>

/**
 * The id an article had: it is its permanent address. The same headline is the same article; one without is known by
 * its place.
 */
function articleIds(
  before: Before | null,
): (headline: string | null, column: number, place: number) => string {
  const left = (before?.articles ?? []).map(article => ({
    ...article,
    column: before!.columns.find(({ id }) => id === article.columnId)!.position,
  }))
  return (headline, column, place) => {
    const at = left.findIndex(old =>
      headline === null
        ? old.headline === null && old.column === column && old.position === place
        : old.headline === headline,
    )
    return at < 0 ? randomUUID() : left.splice(at, 1)[0]!.id
  }
}

async function recordColumns(
  tx: Database,
  issueId: string,
  reading: IntakeDocument,
  idOf: ReturnType<typeof articleIds>,
): Promise<void> {
  for (const [position, column] of reading.columns.entries()) {
    const columnId = randomUUID()
    await tx.insert(columnTable).values({ id: columnId, issueId, position, name: storableText(column.name) })
    const rows = column.articles.map((article, place) => ({
      id: idOf(storableText(article.headline), position, place),
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
export async function removeIssues(tx: Database, scope: Scope, documentId: string): Promise<void> {
  await tx.delete(issueTable).where(and(eq(issueTable.documentId, documentId), inScope(scope)))
}

const inScope = (scope: Scope): SQL => within(scope, sql`${issueTable.scopePath}`)

/** Ids of the issues of each document, in the order they stand in it. */
export async function findIssueIds(
  tx: Database,
  scope: Scope,
  documentIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(documentIds.map(id => [id, []]))
  const rows = await selectIssuesOf(tx, scope, documentIds)
  for (const { id, documentId } of rows) found.get(documentId ?? '')?.push(id)
  return found
}

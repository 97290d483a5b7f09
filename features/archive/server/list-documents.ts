import { findIssueIds } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import type { Database } from '@jianbao/platform/db'
import type { ArchiveDocument, DocumentPage, DocumentQuery, DocumentSummary } from '../contract/index.ts'
import { findDocumentRow, findReadings, selectByIds, selectDocuments } from './document.store.ts'
import type { DocumentRow } from './document.table.ts'
import { viewDocument } from './document.view.ts'

type Language = 'zh' | 'en'

export async function listDocuments(
  db: Database,
  query: DocumentQuery,
  language: Language,
): Promise<DocumentPage> {
  const page = query.page ?? 1
  const pageSize = query.pageSize ?? 20
  const { rows, total } = await selectDocuments(db, { ...query, page, pageSize })
  return { rows: await view(db, rows, language), total, page, pageSize }
}

/** Throws `not-found`. */
export async function getDocumentSummary(
  db: Database,
  id: string,
  language: Language,
): Promise<DocumentSummary> {
  const [summary] = await summariseDocuments(db, [id], language)
  if (!summary) throw new Problem('not-found')
  return summary
}

/** The documents of `ids` that exist, in the order of `ids`. */
export async function summariseDocuments(
  db: Database,
  ids: readonly string[],
  language: Language,
): Promise<DocumentSummary[]> {
  const rows = await selectByIds(db, ids)
  const inOrder = ids.flatMap(id => rows.find(row => row.id === id) ?? [])
  return view(db, inOrder, language)
}

/** The document with its text and what was read from it; before it was read, both are empty. Throws `not-found`. */
export async function getDocument(db: Database, id: string, language: Language): Promise<ArchiveDocument> {
  const row = await findDocumentRow(db, id)
  if (!row) throw new Problem('not-found')
  const [summary] = await view(db, [row], language)
  const shown = row.state === 'read' || row.state === 'accepted'
  const reading = shown ? await findReadings(db, id) : null
  return {
    ...summary!,
    text: reading ? (JSON.parse(reading.textJson) as string) : '',
    readings: reading ? (JSON.parse(reading.readingsJson) as ArchiveDocument['readings']) : [],
  }
}

async function view(
  db: Database,
  rows: readonly DocumentRow[],
  language: Language,
): Promise<DocumentSummary[]> {
  const issueIds = await findIssueIds(
    db,
    rows.map(row => row.id),
  )
  return rows.map(row => viewDocument(row, issueIds.get(row.id) ?? [], language))
}

import { findIssueIds } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { ArchiveDocument, DocumentPage, DocumentQuery, DocumentSummary } from '../contract/index.ts'
import { findDocumentRow, findReadings, selectByIds, selectDocuments } from './document.store.ts'
import type { DocumentRow } from './document.table.ts'
import { viewDocument } from './document.view.ts'

type Language = 'zh' | 'en'

export async function listDocuments(
  tx: Database,
  scope: Scope,
  query: DocumentQuery,
  language: Language,
): Promise<DocumentPage> {
  const page = query.page ?? 1
  const pageSize = query.pageSize ?? 20
  const { rows, total } = await selectDocuments(tx, scope, { ...query, page, pageSize })
  return { rows: await view(tx, scope, rows, language), total, page, pageSize }
}

/** Throws `not-found`. */
export async function getDocumentSummary(
  tx: Database,
  scope: Scope,
  id: string,
  language: Language,
): Promise<DocumentSummary> {
  const [summary] = await summariseDocuments(tx, scope, [id], language)
  if (!summary) throw new Problem('not-found')
  return summary
}

/** The documents of `ids` that exist, in the order of `ids`. */
export async function summariseDocuments(
  tx: Database,
  scope: Scope,
  ids: readonly string[],
  language: Language,
): Promise<DocumentSummary[]> {
  const rows = await selectByIds(tx, scope, ids)
  const inOrder = ids.flatMap(id => rows.find(row => row.id === id) ?? [])
  return view(tx, scope, inOrder, language)
}

/** The document with its text and what was read from it; before it was read, both are empty. Throws `not-found`. */
export async function getDocument(
  tx: Database,
  scope: Scope,
  id: string,
  language: Language,
): Promise<ArchiveDocument> {
  const row = await findDocumentRow(tx, scope, id)
  if (!row) throw new Problem('not-found')
  const [summary] = await view(tx, scope, [row], language)
  const shown = row.state === 'read' || row.state === 'accepted'
  const reading = shown ? await findReadings(tx, scope, id) : null
  return {
    ...summary!,
    text: reading ? (JSON.parse(reading.textJson) as string) : '',
    readings: reading ? (JSON.parse(reading.readingsJson) as ArchiveDocument['readings']) : [],
  }
}

async function view(
  tx: Database,
  scope: Scope,
  rows: readonly DocumentRow[],
  language: Language,
): Promise<DocumentSummary[]> {
  const issueIds = await findIssueIds(
    tx,
    scope,
    rows.map(row => row.id),
  )
  return rows.map(row => viewDocument(row, issueIds.get(row.id) ?? [], language))
}

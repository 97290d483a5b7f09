import { catalogue, Problem, type ProblemCode, type ProblemDetails } from '@jianbao/errors'
import { type DocumentSummary, mayAct } from '../contract/index.ts'
import type { DocumentRow } from './document.table.ts'

type Language = 'zh' | 'en'

export function viewDocument(row: DocumentRow, issueIds: string[], language: Language): DocumentSummary {
  return {
    id: row.id,
    fileName: row.fileName,
    sizeBytes: row.sizeBytes,
    sha256: row.sha256,
    state: row.state,
    progress: row.progress,
    problem: viewProblem(row, language),
    encoding: row.encoding,
    kind: row.kind,
    pages: row.pages,
    batchId: row.batchId,
    series: row.series,
    issueNo: row.issueNo,
    ...(row.state === 'read' || row.state === 'accepted' ? { special: row.special } : {}),
    date: row.date,
    articles: row.articles,
    events: row.events,
    warnings: row.warnings,
    doubts: row.doubts,
    issueIds,
    createdAt: row.createdAt.toISOString(),
    may: [
      ...(mayAct('readAgain', row.state) ? (['read-again'] as const) : []),
      ...(mayAct('remove', row.state) ? (['remove'] as const) : []),
    ],
  }
}

function viewProblem(row: DocumentRow, language: Language): DocumentSummary['problem'] {
  if (!row.problemCode) return null
  const code: ProblemCode = row.problemCode in catalogue ? (row.problemCode as ProblemCode) : 'internal'
  const details = JSON.parse(row.problemDetails ?? '{}') as ProblemDetails
  return { code, message: new Problem(code, details).text(language) }
}

import type { ProblemDetails } from '@jianbao/errors'
import { type DocumentAction, type DocumentSummary, documentDeeds, mayAct } from '../contract/index.ts'
import type { DocumentRow } from './document.table.ts'
import { tellProblem } from './tell-problem.ts'

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
    may: deedsOf(row),
  }
}

type Deed = (typeof documentDeeds)[number]
const actions = {
  remove: 'remove',
  'read-again': 'readAgain',
  recognise: 'recognise',
  review: 'edit',
  accept: 'accept',
  reopen: 'reopen',
} as const satisfies Record<Deed, DocumentAction>

function deedsOf(row: DocumentRow): Deed[] {
  return documentDeeds.filter(
    deed => mayAct(actions[deed], row.state) && (deed !== 'recognise' || mayBeRecognised(row)),
  )
}

/** Whether there may be pictures of letters in it. */
export function mayBeRecognised({ state, kind }: Pick<DocumentRow, 'state' | 'kind'>): boolean {
  return state === 'unrecognised' || kind === 'pdf' || kind === 'picture'
}

function viewProblem(row: DocumentRow, language: Language): DocumentSummary['problem'] {
  if (!row.problemCode) return null
  return tellProblem(row.problemCode, JSON.parse(row.problemDetails ?? '{}') as ProblemDetails, language)
}

import type { WorkAsked, WorkGroup, WorkSource } from '@jianbao/platform/work'
import { workRows } from '@jianbao/platform/work'
import type { DocumentState, DocumentSummary } from '../contract/index.ts'
import { listDocuments } from './list-documents.ts'

/** Documents that a person must look at, in the states that wait for one. */
const waiting = ['read', 'failed', 'unrecognised'] as const satisfies DocumentState[]
type Waiting = (typeof waiting)[number]

/** What of the archive waits for those who review it. */
export const archiveWork: WorkSource = {
  roles: ['editor', 'reviser'],
  list: async asked => {
    const groups: WorkGroup[] = []
    for (const state of waiting) groups.push(await documentsIn(asked, state))
    return groups
  },
}

async function documentsIn({ tx, scope, language }: WorkAsked, state: Waiting): Promise<WorkGroup> {
  const { rows, total } = await listDocuments(tx, scope, { state, pageSize: workRows }, language)
  return {
    kind: `document.${state}`,
    count: total,
    link: `/documents?state=${state}`,
    rows: rows.map(document => ({
      title: document.fileName,
      note: noteOn(document, language),
      at: document.createdAt,
      link: `/documents/${document.id}${state === 'read' ? '/review' : ''}`,
    })),
  }
}

function noteOn({ problem, doubts, state }: DocumentSummary, language: 'zh' | 'en'): string | null {
  if (problem) return problem.message
  if (state !== 'read' || doubts === 0) return null
  return language === 'en' ? `${doubts} doubts` : `存疑 ${doubts} 处`
}

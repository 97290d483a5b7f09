import type { EntryDraft } from '@jianbao/platform/audit'
import type { IssueRow } from './issue.store.ts'

/** What the audit trail calls an issue, and the unit it belongs to. */
export function aboutIssue({ series, issueNo, special, unitId }: IssueRow): EntryDraft {
  const number = issueNo === null ? '' : `${special ? '增刊' : ''}第${issueNo}期`
  return { words: [series, number].filter(Boolean).join(' ') || null, unitId }
}

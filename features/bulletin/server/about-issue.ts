import type { EntryDraft } from '@jianbao/platform/audit'
import { issueNumber } from '../contract/index.ts'
import type { IssueRow } from './issue.store.ts'

/** What the audit trail calls an issue, and the unit it belongs to. */
export function aboutIssue(issue: IssueRow): EntryDraft {
  const words = [issue.series, issueNumber(issue)].filter(Boolean).join(' ')
  return { words: words || null, unitId: issue.unitId }
}

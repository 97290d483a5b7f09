import { Problem } from '@jianbao/errors'
import type { IntakeDocument } from '@jianbao/intake/contract'
import type { Database } from '@jianbao/platform/db'
import type { Issue, IssuePage, IssueQuery } from '../contract/index.ts'
import {
  countSameIssue,
  findIssueRow,
  readColumns,
  selectFilters,
  selectIssues,
  selectSameIssues,
} from './issue.store.ts'
import { viewIssue, viewSummary } from './issue.view.ts'
import { issueFacts } from './issue-facts.ts'

export async function listIssues(db: Database, query: IssueQuery): Promise<IssuePage> {
  const page = query.page ?? 1
  const pageSize = query.pageSize ?? 20
  const { rows, total } = await selectIssues(db, { ...query, page, pageSize })
  const filters = await selectFilters(db, query.published)
  return { rows: rows.map(viewSummary), total, page, pageSize, ...filters }
}

/** One issue with its columns and articles. Throws `not-found`; with `published`, also for one that is not public. */
export async function getIssue(db: Database, id: string, only?: { published: boolean }): Promise<Issue> {
  const row = await findIssueRow(db, id)
  if (!row || (only?.published && !row.publishedAt)) throw new Problem('not-found')
  const { columns, articles } = await readColumns(db, id)
  return viewIssue(row, columns, articles, await countSameIssue(db, row))
}

/** Ids of issues recorded from other documents that are the same number of the same series as one of `readings`. */
export function findSameIssues(
  db: Database,
  documentId: string,
  readings: readonly IntakeDocument[],
): Promise<string[]> {
  return selectSameIssues(db, documentId, readings.map(issueFacts))
}

import { Problem } from '@jianbao/errors'
import type { IntakeDocument } from '@jianbao/intake/contract'
import type { Scope } from '@jianbao/platform/access'
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
import type { IssueRights } from './issue-rights.ts'

/** Issues of the scope and published ones of all units. */
export async function listIssues(
  tx: Database,
  scope: Scope,
  query: IssueQuery,
  rights: IssueRights,
): Promise<IssuePage> {
  const page = query.page ?? 1
  const pageSize = query.pageSize ?? 20
  const { rows, total } = await selectIssues(tx, scope, { ...query, page, pageSize })
  const filters = await selectFilters(tx, scope, query.published)
  return { rows: rows.map(row => viewSummary(row, rights)), total, page, pageSize, ...filters }
}

/** One issue with its columns and articles. Throws `not-found`. */
export async function getIssue(tx: Database, scope: Scope, id: string, rights: IssueRights): Promise<Issue> {
  const row = await findIssueRow(tx, scope, id)
  if (!row) throw new Problem('not-found')
  const { columns, articles } = await readColumns(tx, scope, id)
  return viewIssue(row, columns, articles, await countSameIssue(tx, scope, row), rights)
}

/** Ids of issues recorded from other documents that are the same number of the same series as one of `readings`. */
export function findSameIssues(
  tx: Database,
  scope: Scope,
  documentId: string,
  readings: readonly IntakeDocument[],
): Promise<string[]> {
  return selectSameIssues(tx, scope, documentId, readings.map(issueFacts))
}

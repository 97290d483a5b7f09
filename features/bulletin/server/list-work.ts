import { type WorkSource, workRows } from '@jianbao/platform/work'
import type { IssueSummary } from '../contract/index.ts'
import { publishers, rightsOf } from './issue-rights.ts'
import { listIssues } from './list-issues.ts'

/** Issues that were accepted and that nobody outside can read yet, for those who publish. */
export const bulletinWork: WorkSource = {
  roles: publishers,
  list: async ({ tx, scope, person }) => {
    const query = { published: false, pageSize: workRows }
    const { rows, total } = await listIssues(tx, scope, query, rightsOf(person))
    const shown = rows.map(issue => ({
      title: titleOf(issue),
      note: issue.headlines[0] ?? null,
      at: null,
      link: `/issues/${issue.id}`,
    }))
    return [{ kind: 'issue.unpublished', count: total, link: '/issues?published=false', rows: shown }]
  },
}

/** As its masthead has it, in the language of the masthead. */
function titleOf({ series, issueNo, special, runningNo, date }: IssueSummary): string {
  const number = issueNo === null ? null : `${special ? '增刊 ' : ''}第${issueNo}期`
  const running = issueNo === null && runningNo !== null ? `总第${runningNo}期` : null
  return [series, number ?? running ?? date].filter(Boolean).join(' ') || '无刊名'
}

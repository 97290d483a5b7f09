/** What an editor should know before an issue goes out to everybody. */
import type { Issue } from '../contract/index.ts'

export type PublicationDoubt =
  | { readonly about: 'doubtNumber' | 'doubtDate' | 'doubtSeries' }
  | { readonly about: 'doubtSame' | 'doubtWarnings'; readonly count: number }

type Asked = Pick<Issue, 'issueNo' | 'runningNo' | 'special' | 'date' | 'series' | 'sameIssue'>

/** @param warnings doubts left in the document. @returns nothing when the issue may go out without a question. */
export function publicationDoubts(issue: Asked, warnings: number): PublicationDoubt[] {
  const doubts: PublicationDoubt[] = []
  if (issue.series === null) doubts.push({ about: 'doubtSeries' })
  if (issue.issueNo === null && issue.runningNo === null && !issue.special)
    doubts.push({ about: 'doubtNumber' })
  if (issue.date === null) doubts.push({ about: 'doubtDate' })
  if (issue.sameIssue > 0) doubts.push({ about: 'doubtSame', count: issue.sameIssue })
  if (warnings > 0) doubts.push({ about: 'doubtWarnings', count: warnings })
  return doubts
}

import type { IntakeDocument } from '@jianbao/intake/contract'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { idArray } from './find-scope.ts'
import type { RecordedIssue } from './recorded.types.ts'

/** Readings with the rows the bulletin room has for them; `issueIds` in the order of `readings`. */
export async function recordedIssues(
  tx: Database,
  scope: Scope,
  issueIds: readonly string[],
  readings: readonly IntakeDocument[],
): Promise<(RecordedIssue & { reading: IntakeDocument })[]> {
  const rows = await rowsOf<{ issue: string; column: number; id: string }>(
    tx,
    sql`select c.issue_id as issue, c.position as column, a.id
      from issue i join issue_column c on c.issue_id = i.id join article a on a.column_id = c.id
      where ${within(scope, sql`i.scope_path`)} and c.issue_id = any(${idArray(issueIds)})
      order by c.issue_id, c.position, a.position`,
  )
  return issueIds.map((issueId, at) => {
    const reading = readings[at]
    if (!reading) throw new Error(`issue ${issueId} has no reading`)
    const articleIds: string[][] = reading.columns.map(() => [])
    for (const { issue, column, id } of rows) if (issue === issueId) articleIds[column]?.push(id)
    return { issueId, reading, articleIds }
  })
}

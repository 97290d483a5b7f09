/** Puts the invented bulletins into the archive with their facts, without files and queue. */
import { readdirSync, readFileSync } from 'node:fs'
import { recordIssues } from '@jianbao/bulletin/server'
import { readDocument } from '@jianbao/intake'
import type { IntakeDocument } from '@jianbao/intake/contract'
import { rootUnitId, wholeScope } from '@jianbao/organisation/server'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { recordFacts } from './record-facts.ts'

const folder = new URL('../../../../demo/archive/', import.meta.url)

export function readDemonstration(): IntakeDocument[] {
  const names = readdirSync(folder).filter(name => name.endsWith('.txt'))
  return names.map(name => readDocument(readFileSync(new URL(name, folder), 'utf8')))
}

/** Records one reading as an issue of a unit with its facts; returns the issue's id. */
export async function recordReading(
  db: Database,
  reading: IntakeDocument,
  unitId: string = rootUnitId,
): Promise<string> {
  return db.transaction(async tx => {
    // No document stands behind it: an issue may be without one.
    const source = { documentId: null, unitId, at: new Date() }
    const [issueId] = await recordIssues(tx, wholeScope, source, [reading])
    const rows = await rowsOf<{ column: number; id: string }>(
      tx,
      sql`select c.position as column, a.id from issue_column c join article a on a.column_id = c.id
        where c.issue_id = ${issueId} order by c.position, a.position`,
    )
    const articleIds: string[][] = reading.columns.map(() => [])
    for (const { column, id } of rows) articleIds[column]!.push(id)
    await recordFacts(tx, wholeScope, [{ issueId: issueId!, reading, articleIds }])
    return issueId!
  })
}

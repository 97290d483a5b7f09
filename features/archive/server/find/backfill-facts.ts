/** Documents that were accepted before there was a search. */
import { findIssueIds } from '@jianbao/bulletin/server'
import type { IntakeDocument } from '@jianbao/intake/contract'
import { wholeScope } from '@jianbao/organisation/server'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { recordFacts } from './record-facts.ts'
import { recordedIssues } from './recorded-issues.ts'

/**
 * Gives facts to accepted documents that have none; called at start, and nothing is done twice, also by two servers.
 * One that cannot be done is told to `onError` and left as it is. Returns how many issues were written.
 */
export async function backfillFacts(db: Database, onError: (error: unknown) => void): Promise<number> {
  const missing = await rowsOf<{ document_id: string }>(db, withoutFacts(sql`true`))
  let written = 0
  for (const { document_id } of missing)
    written += await backfillDocument(db, document_id).catch(error => {
      onError(error)
      return 0
    })
  return written
}

/** Accepted documents that have articles and no facts. */
const withoutFacts = (which: SQL): SQL =>
  sql`select distinct i.document_id from issue i join document d on d.id = i.document_id
    where d.state = 'accepted' and ${which}
      and exists (select 1 from issue_column c join article a on a.column_id = c.id where c.issue_id = i.id)
      and not exists (select 1 from article_search s where s.issue_id = i.id)
    order by i.document_id`

async function backfillDocument(db: Database, documentId: string): Promise<number> {
  return db.transaction(async tx => {
    // Held, and looked at anew: another server may be at it, or a person may take it back into review.
    await tx.execute(sql`select 1 from document where id = ${documentId} for update`)
    const [missing] = await rowsOf(tx, withoutFacts(sql`d.id = ${documentId}`))
    if (!missing) return 0
    const [row] = await rowsOf<{ readings_json: string }>(
      tx,
      sql`select readings_json from document_reading where document_id = ${documentId}`,
    )
    const readings: IntakeDocument[] = row ? JSON.parse(row.readings_json) : []
    const issueIds = (await findIssueIds(tx, wholeScope, [documentId])).get(documentId) ?? []
    const recorded = await recordedIssues(tx, wholeScope, issueIds, readings)
    await recordFacts(tx, wholeScope, recorded)
    return recorded.length
  })
}

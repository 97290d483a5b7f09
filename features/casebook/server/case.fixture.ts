/** Reports and articles for tests of cases, written straight into the tables of their rooms. */
import { randomUUID } from 'node:crypto'
import { publishIssue, recordIssues } from '@jianbao/bulletin/server'
import { readDocument } from '@jianbao/intake'
import type { Scope } from '@jianbao/platform/access'
import { systemClock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, testUnits } from '@jianbao/testkit'

const whole: Scope = { roots: [{ unitId: testUnits.root, path: '' }], content: true }

/** A report that left its unit; the id. */
export async function addSentReport(
  db: Database,
  wish: { unitId?: string; title?: string; body?: string; state?: string } = {},
): Promise<string> {
  const {
    unitId = testUnits.city,
    title = '青禾市科协办起流动科技馆',
    body = '农闲时开进村里。',
    state = 'submitted',
  } = wish
  const [id, sent] = [randomUUID(), state === 'draft' ? null : '2021-05-20T02:00:00Z']
  await db.execute(sql`insert into report (id, unit_id, scope_path, title, body, state, start_day, created_by,
      created_name, edited_name, sent_at, submitted_at, created_at, updated_at)
    values (${id}, ${unitId}, '', ${title}, ${body}, ${state}, '2021-05-18', 'x', '甲', '甲', ${sent}, ${sent}, now(), now())`)
  return id
}

/** The one article of a fresh issue. */
export async function addArticle(
  db: Database,
  wish: { unitId?: string; headline?: string; publish?: boolean; number?: number } = {},
): Promise<{ issueId: string; articleId: string; headline: string }> {
  const { unitId = testUnits.city, headline = '青禾市科协把讲座送到田头', publish = false, number = 1 } = wish
  const reading = readDocument(bulletinText({ number, headline }))
  const [issueId] = await db.transaction(tx =>
    recordIssues(tx, whole, { documentId: null, unitId, at: new Date() }, [reading]),
  )
  if (publish) await db.transaction(tx => publishIssue(tx, whole, systemClock, issueId!))
  const [row] = await rowsOf<{ id: string }>(
    db,
    sql`select a.id from article a join issue_column c on c.id = a.column_id
      where c.issue_id = ${issueId!} and a.headline = ${headline}`,
  )
  return { issueId: issueId!, articleId: row!.id, headline }
}

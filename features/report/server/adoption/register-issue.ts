/** The issue an adopted text ran in, as somebody registered it; the print is kept as it was then. */
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { AdoptionRegister } from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'
import { type AdoptedRow, holdAdopted, together } from './adoption.store.ts'
import { noteOnReports } from './edit-adoption.ts'
import { issueName } from './match-articles.ts'

type Registering = { readonly id: string; readonly wish: AdoptionRegister; readonly now: Date }

/** Throws `not-found`, `adoption-stale`, `issue-unknown`. */
export async function registerIssue(
  tx: Database,
  viewer: Viewer,
  { id, wish, now }: Registering,
  entry: EntryDraft,
): Promise<void> {
  const row = await holdAdopted(tx, viewer, id, wish.version)
  const issue = await findIssue(tx, viewer, wish)
  entry.words = row.title
  entry.before = { issue: row.issueName }
  entry.after = { issue: issue.name, headline: issue.headline }
  const printed = issue.paragraphs?.join('\n') ?? null
  await tx.execute(sql`update adoption a set issue_id = ${wish.issueId}, article_id = ${wish.articleId},
      issue_name = ${issue.name}, issue_day = ${issue.day}, printed_title = ${issue.headline},
      printed_body = ${printed}, version = a.version + 1
    where ${together(row)}`)
  await noteOnReports(tx, viewer, row, { action: 'register', details: { issue: issue.name }, now })
  await tellAuthors(tx, viewer, row, issue.name, now)
}

/** Throws `not-found`, `adoption-stale`. */
export async function unregisterIssue(
  tx: Database,
  viewer: Viewer,
  { id, version, now }: { id: string; version: number; now: Date },
  entry: EntryDraft,
): Promise<void> {
  const row = await holdAdopted(tx, viewer, id, version)
  entry.words = row.title
  entry.before = { issue: row.issueName }
  entry.after = { issue: null }
  if (row.issueName === null) return
  await tx.execute(sql`update adoption a set issue_id = null, article_id = null, issue_name = null, issue_day = null,
      printed_title = null, printed_body = null, version = a.version + 1
    where ${together(row)}`)
  await noteOnReports(tx, viewer, row, { action: 'unregister', details: { issue: row.issueName }, now })
}

type Issue = { name: string; day: string | null; headline: string | null; paragraphs: string[] | null }

/** Of the scope, or published by anybody; the article must stand in it. */
async function findIssue(
  tx: Database,
  { scope }: Viewer,
  { issueId, articleId }: AdoptionRegister,
): Promise<Issue> {
  const [issue] = await rowsOf<Issue & { article: string | null }>(
    tx,
    sql`select ${issueName} as name, i.date::text as day, a.headline, a.paragraphs, a.id as article
      from issue i left join (article a join issue_column c on c.id = a.column_id)
        on c.issue_id = i.id and a.id = ${articleId}
      where i.id = ${issueId} and (${within(scope, sql`i.scope_path`)} or i.published_at is not null)`,
  )
  if (!issue || (articleId !== null && issue.article === null)) throw new Problem('issue-unknown')
  return { ...issue, name: issue.name || '（无刊名）' }
}

async function tellAuthors(
  tx: Database,
  { person }: Viewer,
  row: AdoptedRow,
  issue: string,
  now: Date,
): Promise<void> {
  const reports = await rowsOf<{ id: string; title: string; author: string }>(
    tx,
    sql`select r.id, r.title, r.created_by as author from report r join adoption a on a.report_id = r.id
      where ${together(row)}`,
  )
  for (const { id, title, author } of reports)
    if (author !== person.id)
      await notify(tx, {
        to: [author],
        kind: 'report.registered',
        details: { title, issue },
        link: `/reports/${id}`,
        at: now,
      })
}

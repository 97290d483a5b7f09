/** What the desk printed out of an adopted text, registered by the program with the issue it recorded. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import type { ReportState } from '../../contract/index.ts'
import { addStep } from '../report-parts.store.ts'
import { issueName } from './match-articles.ts'

export type Printed = {
  readonly adoptionId: string
  readonly issueId: string
  readonly articleId: string
  readonly headline: string | null
  /** As it is printed: of briefs the one line that was made of it. */
  readonly paragraphs: readonly string[]
}

/**
 * Registers adoptions as printed inside the caller's transaction, which must be the owner's: scores and the pages of
 * the reporters follow. An adoption that was revoked meanwhile stays as it is. `by` signed the issue.
 */
export async function registerPrinted(
  tx: Database,
  printed: readonly Printed[],
  by: { readonly id: string; readonly name: string },
  at: Date,
): Promise<void> {
  for (const { adoptionId, issueId, articleId, headline, paragraphs } of printed) {
    const [adopted] = await rowsOf<Adopted>(
      tx,
      sql`update adoption a set issue_id = i.id, article_id = ${articleId}, issue_name = ${issueName},
          issue_day = i.date, printed_title = ${headline}, printed_body = ${paragraphs.join('\n')},
          version = a.version + 1
        from issue i, report r
        where a.id = ${adoptionId} and a.revoked_at is null and i.id = ${issueId} and r.id = a.report_id
        returning r.id, r.title, r.state, r.desk_id as "deskId", r.created_by as author, a.unit_id as "unitId",
          a.issue_name as issue`,
    )
    if (!adopted) continue
    const { id, title, state, deskId, author, unitId, issue } = adopted
    await addStep(tx, id, { action: 'register', state, by, unitId, deskId, details: { issue }, at })
    if (author !== by.id)
      await notify(tx, {
        to: [author],
        kind: 'report.registered',
        details: { title, issue },
        link: `/reports/${id}`,
        at,
      })
  }
}

type Adopted = {
  readonly id: string
  readonly title: string
  readonly state: ReportState
  readonly deskId: string | null
  readonly author: string
  readonly unitId: string
  readonly issue: string
}

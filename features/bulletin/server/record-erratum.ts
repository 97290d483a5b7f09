import { type Database, sql } from '@jianbao/platform/db'

export type NewErratum = {
  readonly id: string
  readonly issueId: string
  /** Null: of the issue as a whole. */
  readonly articleId: string | null
  readonly place: string
  readonly was: string
  readonly isNow: string
  readonly reason: string
  readonly byName: string
  readonly at: Date
}

/** Adds an erratum to an issue, behind those it has; the issue itself stays as it was. In the caller's transaction. */
export async function recordErratum(tx: Database, erratum: NewErratum): Promise<void> {
  const { id, issueId, articleId, place, was, isNow, reason, byName, at } = erratum
  await tx.execute(sql`insert into issue_erratum (id, issue_id, article_id, position, place, was, is_now, reason, by_name, at)
    select ${id}, ${issueId}, ${articleId}, coalesce(max(position) + 1, 0), ${place}, ${was}, ${isNow}, ${reason},
      ${byName}, ${at.toISOString()} from issue_erratum where issue_id = ${issueId}`)
}

import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { NextReview } from '../../contract/index.ts'
import type { Reviewer } from './review.claim.ts'

/**
 * The next document to review: the most doubtful first, or the one that comes after `after`, round to the first again.
 * What another person holds is passed over; what the reviewer has open on another page comes last.
 */
export async function nextReview(
  tx: Database,
  scope: Scope,
  reviewer: Reviewer,
  after: string | undefined,
): Promise<NextReview> {
  const now = reviewer.now.toISOString()
  const [next] = await rowsOf<{ id: string }>(
    tx,
    sql`with place as (select doubts, created_at, id from document where id = ${after ?? null}::uuid
        and ${within(scope, sql`scope_path`)})
      select d.id from document d
        left join review_claim c on c.document_id = d.id and c.until > ${now}::timestamptz
        left join place p on true
      where d.state = 'read' and ${within(scope, sql`d.scope_path`)}
        and (c.by_id is null or c.by_id = ${reviewer.person.id}) and d.id is distinct from p.id
      order by c.by_id is not null,
        p.id is not null and (-d.doubts, d.created_at, d.id) < (-p.doubts, p.created_at, p.id),
        d.doubts desc, d.created_at, d.id
      limit 1`,
  )
  const [count] = await rowsOf<{ waiting: number }>(
    tx,
    sql`select count(*)::int as waiting from document where state = 'read' and ${within(scope, sql`scope_path`)}`,
  )
  return { documentId: next?.id ?? null, waiting: count?.waiting ?? 0 }
}

import { sql } from '@jianbao/platform/db'

/**
 * Rows `r` of report that count as reported: out of their unit, or adopted by a desk all the same. What was adopted is
 * among them, so that no rate of adoption passes the whole.
 */
export const standing = sql`(r.state in ('submitted', 'accepted', 'adopted', 'kept')
  or exists (select from adoption s where s.report_id = r.id and s.revoked_at is null))`

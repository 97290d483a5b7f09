import { findPosts } from '@jianbao/organisation/server'
import type { Scope } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { findCommitment, textHash } from './commitment.store.ts'
import { signCommitment } from './sign-commitment.ts'

type Signing = { readonly campaignId: string; readonly now: Date; readonly most: number }

/** Signs, for the demonstration, as the newest leads of the first few units would; leads who sign in by a known name never. */
export async function signAsLeads(
  tx: Database,
  scope: Scope,
  { campaignId, now, most }: Signing,
): Promise<void> {
  const waiting = await rowsOf<{ id: string; personId: string; name: string }>(
    tx,
    sql`select m.id, p.id as "personId", p.name from commitment m
        join membership h on h.unit_id = m.unit_id and h.role = 'unit-lead'
        join person p on p.id = h.person_id and p.state = 'active'
        join unit u on u.id = m.unit_id
      where m.campaign_id = ${campaignId} and m.signed_at is null
        and not exists (select from membership o join person q on q.id = o.person_id and q.username = 'fuzeren'
          where o.unit_id = m.unit_id)
      order by u.path, p.id limit ${most}`,
  )
  for (const { id, personId, name } of waiting) {
    const row = await findCommitment(tx, scope, id, localDay(now))
    const posts = await findPosts(tx, personId)
    if (!row || row.state === 'signed' || !posts) continue
    const by = {
      ...{ id: personId, name, username: '', posts },
      ...{ mustChangePassword: false, mustSetUpSecondFactor: false },
    }
    await signCommitment(tx, scope, { id, version: row.version, sha256: textHash(row), by, now }, {})
  }
}

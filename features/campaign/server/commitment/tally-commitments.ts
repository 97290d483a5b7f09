import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { CommitmentTally } from '../../contract/index.ts'
import { findCampaign } from '../campaign.store.ts'
import { boundBy } from './issue-commitment.ts'

type Counted = Pick<CommitmentTally, 'key' | 'issued' | 'signed' | 'overdue'>

/** Commitments of a campaign's plan, each with how far it is among the units the caller sees. Throws `not-found`. */
export async function tallyCommitments(
  tx: Database,
  scope: Scope,
  campaignId: string,
  today: string,
): Promise<CommitmentTally[]> {
  const campaign = await findCampaign(tx, scope, campaignId)
  if (!campaign) throw new Problem('not-found')
  const counted = await rowsOf<Counted>(
    tx,
    sql`select m.key, count(*)::int as issued, count(m.signed_at)::int as signed,
        count(*) filter (where m.signed_at is null and m.until_day < ${today})::int as overdue
      from commitment m where m.campaign_id = ${campaignId} and ${within(scope, sql`m.scope_path`)} group by m.key`,
  )
  const byKey = new Map(counted.map(row => [row.key, row]))
  const tallies: CommitmentTally[] = []
  for (const commitment of campaign.pack.commitments) {
    const { id: key, name, until: untilDay } = commitment
    const { issued = 0, signed = 0, overdue = 0 } = byKey.get(key) ?? {}
    const bound = (await boundBy(tx, scope, campaign, campaign.pack, commitment)).length
    tallies.push({ key, name, untilDay, bound, issued, signed, overdue })
  }
  return tallies
}

/** Campaigns that score, as far as the caller may read them. */
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ScoredCampaign } from '../../contract/index.ts'

/** The newest first. Policies decide whose plan is read: those of the scope, and open ones above it. */
export function listScoredCampaigns(tx: Database): Promise<ScoredCampaign[]> {
  return selectCampaigns(tx, sql`true`)
}

/** Throws Problem `not-found` for a campaign that is not there, not to be seen, or scores nothing. */
export async function getScoredCampaign(tx: Database, id: string): Promise<ScoredCampaign> {
  const [campaign] = await selectCampaigns(tx, sql`c.id = ${id}`)
  if (!campaign) throw new Problem('not-found')
  return campaign
}

function selectCampaigns(tx: Database, where: SQL): Promise<ScoredCampaign[]> {
  return rowsOf<ScoredCampaign>(
    tx,
    sql`select c.id, c.name, c.from_day::text as "from", c.to_day::text as "to",
        c.pack -> 'scoring' -> 'versions' as versions,
        (select coalesce(json_agg(json_build_object('id', x ->> 'id', 'name', x ->> 'name')), '[]')
          from jsonb_array_elements(c.pack -> 'reporting' -> 'columns') x) as columns,
        (select coalesce(json_agg(json_build_object('id', x ->> 'id', 'name', x ->> 'name')), '[]')
          from jsonb_array_elements(coalesce(c.pack -> 'campaign' -> 'groups', '[]')) x) as groups
      from campaign c where c.state <> 'draft' and c.pack -> 'scoring' <> 'null'::jsonb and ${where}
      order by c.from_day desc, c.id`,
  )
}

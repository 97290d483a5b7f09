import { nameUnits } from '@jianbao/organisation/server'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Campaign, Stage } from '../contract/index.ts'
import { getCampaignRow, isoDay } from './campaign.store.ts'
import { type CampaignViewer, summarise } from './list-campaigns.ts'
import { listPlanTasks } from './plan/list-plan-tasks.ts'

/** One campaign with its stages and tasks. Throws `not-found`. */
export async function getCampaign(
  tx: Database,
  { scope, keeping }: CampaignViewer,
  id: string,
  today: string,
): Promise<Campaign> {
  const row = await getCampaignRow(tx, scope, id)
  const { basis = null, purpose = null } = row.pack.campaign
  const stageList = await rowsOf<Stage>(
    tx,
    sql`select s.id, s.key, s.name, s.purpose, ${isoDay(sql`s.from_day`)} as "fromDay",
        ${isoDay(sql`s.to_day`)} as "toDay"
      from stage s where s.campaign_id = ${id} order by s.position`,
  )
  return {
    ...summarise(row, keeping, await nameUnits(tx, [row.unitId])),
    ...{ basis, purpose, today, stageList },
    tasks: await listPlanTasks(tx, scope, { campaignId: id }, today),
    createdAt: row.createdAt,
  }
}

import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { holds, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { TaskDetail } from '../contract/index.ts'
import { findCampaign } from './campaign.store.ts'
import type { CampaignViewer } from './list-campaigns.ts'
import { bindsUnit, listPlanTasks } from './plan/list-plan-tasks.ts'

/** One task with its periods, and whom it binds. Throws `not-found`. */
export async function getTask(
  tx: Database,
  { scope, keeping }: CampaignViewer,
  id: string,
  today: string,
): Promise<TaskDetail> {
  const [task] = await listPlanTasks(tx, scope, { taskId: id }, today)
  const campaign = task && (await findCampaign(tx, scope, task.campaignId))
  if (!task || !campaign) throw new Problem('not-found')
  const boundKinds = await rowsOf<TaskDetail['boundKinds'][number]>(
    tx,
    sql`select u.kind, count(*)::int as count from task t join campaign c on c.id = t.campaign_id
        join unit u on ${bindsUnit} and ${within(scope, sql`u.path`)}
      where t.id = ${id} group by u.kind order by count(*) desc, u.kind`,
  )
  const [counted] = await rowsOf<{ openings: number }>(
    tx,
    sql`select count(*)::int as openings from task_opening o
      where o.task_id = ${id} and o.until_day >= ${today} and ${within(scope, sql`o.scope_path`)}`,
  )
  const names = await nameUnits(tx, [campaign.unitId])
  const opens = campaign.state === 'open' && holds(keeping, campaign.scopePath)
  return {
    ...task,
    ...{ today, boundKinds, openings: counted!.openings },
    campaignState: campaign.state,
    campaignUnitName: names.get(campaign.unitId)?.name ?? '',
    campaignToDay: campaign.toDay,
    actions: opens ? ['open-period'] : [],
  }
}

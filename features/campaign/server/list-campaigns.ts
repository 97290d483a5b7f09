import { nameUnits, type Office } from '@jianbao/organisation/server'
import { holds, type Person, type Scope, scopeOf } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import {
  actionsOfCampaign,
  type CampaignPage,
  type CampaignQuery,
  type CampaignSummary,
  campaignKeepers,
} from '../contract/index.ts'
import { type CampaignRow, campaignColumns, readable } from './campaign.store.ts'

/** Who looks: the scope of what is read, and that in which they keep campaigns. */
export type CampaignViewer = { readonly scope: Scope; readonly keeping: Scope }

export const campaignViewerOf = (scope: Scope, person: Person | null | undefined): CampaignViewer => ({
  scope,
  keeping: scopeOf(person ?? null, campaignKeepers),
})

/** Campaigns of the scope and those above it that are no drafts, the latest first. */
export async function listCampaigns(
  tx: Database,
  { scope, keeping }: CampaignViewer,
  query: CampaignQuery,
): Promise<CampaignPage> {
  const { page = 1, pageSize = 20, state } = query
  const q = storableText(query.q ?? '').trim()
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const where = sql`${readable(scope)} ${state ? sql`and c.state = ${state}` : sql``}
    ${q ? sql`and c.name ilike ${pattern}` : sql``}`
  const rows = await rowsOf<CampaignRow>(
    tx,
    sql`select ${campaignColumns} from campaign c where ${where}
      order by c.from_day desc, c.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from campaign c where ${where}`,
  )
  const names = await nameUnits(
    tx,
    rows.map(row => row.unitId),
  )
  return {
    rows: rows.map(row => summarise(row, keeping, names)),
    total: counted!.total,
    page,
    pageSize,
  }
}

/** What lists say of a campaign; its pack says the rest. */
export function summarise(
  row: CampaignRow,
  keeping: Scope,
  names: ReadonlyMap<string, Office>,
): CampaignSummary {
  const { id, unitId, key, name, fromDay, toDay, state, pack, version, updatedAt } = row
  const required = pack.tasks.filter(task => task.required).length
  return {
    ...{ id, unitId, key, name, fromDay, toDay, state, version, updatedAt },
    unitName: names.get(unitId)?.name ?? '',
    stages: pack.campaign.stages?.length ?? 0,
    requiredTasks: required,
    chosenTasks: pack.tasks.length - required,
    commitments: pack.commitments.length,
    actions: holds(keeping, row.scopePath) ? actionsOfCampaign(state) : [],
  }
}

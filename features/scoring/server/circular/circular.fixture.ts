/** A campaign with rules, and reports, adoptions and commissions of the test units as rows. */
import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import { testUnits } from '@jianbao/testkit'

export type ReportWish = {
  readonly campaignId: string
  readonly unitId?: string
  /** Left its unit on this day. */
  readonly day?: string
  readonly title?: string
  /** Days on which desks adopted it. */
  readonly adopted?: readonly { readonly day: string; readonly at?: string; readonly revoked?: boolean }[]
  readonly state?: string
}

export async function addReport(db: Database, wish: ReportWish): Promise<string> {
  const { campaignId, unitId = testUnits.city, day = '2021-05-10', title = '办讲座', adopted = [] } = wish
  const id = randomUUID()
  const at = `${day}T02:00:00Z`
  const state = wish.state ?? (adopted.length > 0 ? 'adopted' : 'submitted')
  await db.execute(sql`insert into report (id, unit_id, scope_path, campaign_id, title, state, desk_id, created_by,
      created_name, edited_name, sent_at, submitted_at, arrived_at, accepted_at, created_at, updated_at)
    values (${id}, ${unitId}, '', ${campaignId}, ${title}, ${state}, ${testUnits.root}, 'x', '甲', '甲', ${at}, ${at},
      ${at}, ${adopted.length > 0 ? at : null}, ${at}, ${at})`)
  for (const { day, at = testUnits.root, revoked = false } of adopted)
    await db.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, by_id, by_name, at,
        revoked_at)
      values (${randomUUID()}, ${id}, ${at}, 'news', ${title}, '', 'x', '乙', ${`${day}T02:00:00Z`},
        ${revoked ? `${day}T03:00:00Z` : null})`)
  return id
}

export async function addCommission(
  db: Database,
  wish: {
    readonly campaignId: string
    readonly unitId: string
    readonly due: string
    readonly state: 'open' | 'delivered' | 'missed' | 'cancelled'
    readonly settled?: string
  },
): Promise<void> {
  const { campaignId, unitId, due, state, settled = null } = wish
  await db.execute(sql`insert into commission (id, batch_id, unit_id, scope_path, desk_id, campaign_id, title, due_day,
      state, by_id, by_name, created_at, settled_at)
    values (${randomUUID()}, ${randomUUID()}, ${unitId}, '', ${testUnits.root}, ${campaignId}, '约稿', ${due}, ${state},
      'x', '乙', '2021-04-01T00:00:00Z', ${settled && `${settled}T02:00:00Z`})`)
}

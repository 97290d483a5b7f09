/** A federation of 5,000 units in the middle of a campaign, with as many reports as asked for. */
import type { Pack, PackTask } from '@jianbao/campaign/contract'
import { loadPack } from '@jianbao/campaign/server'
import { rootUnitId, wholeScope } from '@jianbao/organisation/server'
import { type Connection, type Database, migrate, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { type Federation, loadFederation } from './organisation-load.ts'

const kinds = ['city', 'county', 'society', 'university', 'hospital', 'enterprise', 'branch', 'department']
const rowsAtOnce = 100_000

/** The day all of it is looked at. */
export const today = '2026-11-25'

/** Fifteen tasks: five of every month, four of every quarter, six done once; most bind all kinds of units. */
function benchPack(): Pack {
  const task = (at: number, deadline: PackTask['deadline']): PackTask => ({
    id: `task-${String.fromCharCode(97 + at)}`,
    name: `任务${at + 1}`,
    required: at < 10,
    kinds: at % 3 === 0 ? kinds.slice(0, 2) : kinds,
    deadline,
    done: { reports: 1 },
  })
  const month = { every: 'month', from: '2026-01', to: '2026-12', dueDays: 5 } as const
  const quarter = { every: 'quarter', from: '2026-01', to: '2026-12', dueDays: 10 } as const
  const once = { day: '2026-06-30' }
  const deadlines = [month, month, month, month, month, quarter, quarter, quarter, quarter]
  return {
    campaign: { schema: 'jianbao-pack/1', id: 'bench', name: '基准', from: '2026-01-01', to: '2026-12-31' },
    tasks: [...deadlines, once, once, once, once, once, once].map((deadline, at) => task(at, deadline)),
    reporting: {
      types: [
        { id: 'study', name: '学习' },
        { id: 'service', name: '服务' },
      ],
      measures: [{ id: 'people', name: '人数', units: ['人'] }],
      columns: [
        { id: 'news', name: '动态' },
        { id: 'briefs', name: '短波' },
      ],
    },
    commitments: [],
    reminders: null,
    scoring: null,
    ledgers: [],
  }
}

export type ReportLoad = Federation & { readonly campaignId: string; readonly loadSeconds: number }

/**
 * Reports of every unit through the year, more of some and fewer of others: most settled long ago, one in two hundred
 * still lying on a desk. Items are settled once at the end, which is what the triggers would have come to.
 */
export async function loadReports(connection: Connection, count: number): Promise<ReportLoad> {
  const { db } = connection
  const started = performance.now()
  await migrate(connection, await allMigrations())
  const federation = await loadFederation(db, 5000, 5000)
  const now = new Date(`${today}T01:00:00Z`)
  const { campaignId } = await db.transaction(tx =>
    loadPack(tx, wholeScope, { unitId: rootUnitId, pack: benchPack(), now, state: 'open' }),
  )
  await db.execute(sql`alter table report disable trigger report_adds_to_items`)
  await db.execute(sql`create table bench_item as
    select i.unit_id, i.task_id, p.no, p.from_day, p.to_day, row_number() over (order by p.no, i.id) - 1 as nth
    from item i join task_period p on p.task_id = i.task_id where p.from_day <= ${today}`)
  await db.execute(sql`create index bench_item_nth on bench_item (nth)`)
  for (let from = 0; from < count; from += rowsAtOnce)
    await insertSome(db, campaignId, from, Math.min(count, from + rowsAtOnce))
  await db.execute(sql`drop table bench_item`)
  await db.execute(sql`alter table report enable trigger report_adds_to_items`)
  await db.execute(sql`select settle_items(array_agg(task_id), array_agg(unit_id)) from item`)
  await db.execute(sql`vacuum analyze`)
  return { ...federation, campaignId, loadSeconds: (performance.now() - started) / 1000 }
}

/** Numbers `from` to `to`, spread over units, tasks and days; every two hundredth waits at a desk. */
async function insertSome(db: Database, campaignId: string, from: number, to: number): Promise<void> {
  await db.execute(sql`insert into report (id, unit_id, scope_path, campaign_id, task_id, period_no, title, body, type,
      start_day, state, desk_id, figures, photos, created_by, created_name, edited_name, sent_at, submitted_at, arrived_at,
      accepted_at, version, created_at, updated_at)
    select gen_random_uuid(), b.unit_id, '', ${campaignId}, b.task_id, b.no,
      '第' || n || '次主题活动', repeat('组织志愿者到社区开展科普服务，群众参加活动并领取资料。', 1 + n % 8),
      case when n % 2 = 0 then 'study' else 'service' end, day.at::date,
      case when n % 200 = 0 then 'submitted' when n % 10 < 5 then 'kept' when n % 10 < 9 then 'adopted' else 'returned' end,
      case when n % 10 = 9 and n % 200 <> 0 then null else ${rootUnitId}::uuid end,
      n % 3, n % 4, 'u' || n % 5000, '信息员', '编辑', day.at, day.at, day.at + interval '1 hour',
      case when n % 200 = 0 or n % 10 = 9 then null else day.at + interval '1 day' end, 3, day.at, day.at + interval '2 days'
    from generate_series(${from}::int, ${to - 1}::int) as n
      join bench_item b on b.nth = (hashint4(n)::bigint & 2147483647) % (select count(*) from bench_item)
      cross join lateral (select b.from_day + (n % 28) * interval '1 day' + (n % 600) * interval '1 minute' as at) day`)
}

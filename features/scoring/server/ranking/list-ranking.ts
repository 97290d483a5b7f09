import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import { type Database, type SQL, sql } from '@jianbao/platform/db'
import {
  monthsOf,
  type RankedUnit,
  type RankingFilter,
  type RankingPage,
  type RankingQuery,
  type rankingOrders,
  type ScoredCampaign,
} from '../../contract/index.ts'
import { namingsOf } from './naming.rules.ts'
import {
  conditions,
  findPath,
  type Selection,
  type SummedUnit,
  selectMonths,
  selectRanked,
  selectRanks,
  sumRanked,
} from './ranking.store.ts'
import { getScoredCampaign } from './scored-campaigns.ts'

const orders: Readonly<Record<(typeof rankingOrders)[number], SQL>> = {
  rank: sql`r.placed, r.name`,
  '-rank': sql`r.placed desc, r.name`,
  name: sql`r.name`,
  '-name': sql`r.name desc`,
  points: sql`r.points`,
  '-points': sql`r.points desc`,
  reported: sql`r.reported`,
  '-reported': sql`r.reported desc`,
  adopted: sql`r.adopted`,
  '-adopted': sql`r.adopted desc`,
  rate: sql`r.adopted::float8 / nullif(r.reported, 0) nulls first`,
  '-rate': sql`r.adopted::float8 / nullif(r.reported, 0) desc nulls last`,
}

/** Units ranked in a period, one page. Throws `not-found` for a campaign or a unit that is out of sight. */
export async function listRanking(
  tx: Database,
  scope: Scope,
  { page = 1, pageSize = 20, ...filter }: RankingQuery,
  today: string,
): Promise<RankingPage> {
  const campaign = await getScoredCampaign(tx, filter.campaign)
  const selection = await selectionOf(tx, scope, filter)
  const { where, named } = conditions(filter)
  const sums = await sumRanked(tx, scope, selection, { where, named })
  const summed = await selectRanked(tx, scope, selection, {
    where,
    order: orderOf(campaign, filter.order ?? 'rank'),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
  const { total, unadopted, unreported, ...figures } = sums
  const rows = await rankUnits(tx, scope, { campaign, period: filter.period, today }, summed)
  return {
    rows,
    total,
    page,
    pageSize,
    sums: figures,
    silent: { 'no-adoption': unadopted, 'no-report': unreported },
    partial: rows.some(row => row.rank !== row.placed) || filter.under !== undefined,
  }
}

/** Ranks are those of a class: classes stand in the order of the newest rules. */
function orderOf({ versions }: ScoredCampaign, order: (typeof rankingOrders)[number]): SQL {
  if (order !== 'rank' && order !== '-rank') return orders[order]
  const newest = versions.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  const classes = JSON.stringify(newest?.classes?.map(({ id }) => id) ?? [])
  return sql`(select e.at from jsonb_array_elements_text(${classes}::jsonb) with ordinality e(id, at)
    where e.id = r.class) nulls last, r.class, ${orders[order]}`
}

async function selectionOf(tx: Database, scope: Scope, filter: RankingFilter): Promise<Selection> {
  const underPath = filter.under === undefined ? null : await findPath(tx, scope, filter.under)
  if (filter.under !== undefined && underPath === null) throw new Problem('not-found')
  return {
    campaignId: filter.campaign,
    months: monthsOf(filter.period),
    underPath,
    unitClass: filter.class ?? null,
  }
}

/** Sums with what else is said of a unit: its place in the whole, no award, being named. */
export async function rankUnits(
  tx: Database,
  scope: Scope,
  { campaign, period, today }: { campaign: ScoredCampaign; period: string; today: string },
  summed: readonly SummedUnit[],
): Promise<RankedUnit[]> {
  const ids = summed.map(unit => unit.unitId)
  const ranks = await selectRanks(tx, campaign.id, monthsOf(period), ids)
  const months = Map.groupBy(await selectMonths(tx, scope, campaign.id, ids), month => month.unitId)
  const [year, last] = [period.slice(0, 4), monthsOf(period).at(-1)!]
  return summed.map(({ computedAt: _, ...unit }) => {
    const own = months.get(unit.unitId) ?? []
    return {
      ...unit,
      ...(ranks.get(unit.unitId) ?? { rank: unit.placed, of: 0 }),
      noAward: own.some(({ month, noAward }) => noAward && month.startsWith(year) && month <= last),
      named: namingsOf({ ...campaign, today }, unit.class, period, own),
    }
  })
}

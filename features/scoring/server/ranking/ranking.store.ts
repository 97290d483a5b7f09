/** Sums of units over a period, ranked inside their classes. */
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { RankingFilter } from '../../contract/index.ts'

export type Selection = {
  readonly campaignId: string
  /** Months of the period. */
  readonly months: readonly string[]
  /** Of the unit asked for; null: all of the scope. */
  readonly underPath: string | null
  readonly unitClass: string | null
  /** Only this unit. */
  readonly unitId?: string
}

export type SummedUnit = {
  readonly unitId: string
  readonly unitName: string
  readonly kind: string
  readonly class: string
  readonly className: string
  readonly computedAt: string | Date
  readonly placed: number
  readonly points: number
  readonly reported: number
  readonly adopted: number
  readonly adoptions: number
  readonly late: number
  readonly omitted: number
}

const list = (values: readonly string[]): SQL =>
  sql`(select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))::text[]`

/** Whoever was retired is ranked only with what they had. */
function ranked(scope: Scope, { campaignId, months, underPath, unitClass, unitId }: Selection): SQL {
  return sql`with summed as (
      select s.unit_id, s.class, s.class_name, s.computed_at, u.name, u.kind, u.state,
        coalesce(sum(t.points), 0)::float8 as points, coalesce(sum(t.reported), 0)::int as reported,
        coalesce(sum(t.adopted), 0)::int as adopted, coalesce(sum(t.adoptions), 0)::int as adoptions,
        coalesce(sum(t.late), 0)::int as late, coalesce(sum(t.omitted), 0)::int as omitted
      from score_unit s join unit u on u.id = s.unit_id
        left join score_total t on t.campaign_id = s.campaign_id and t.unit_id = s.unit_id
          and t.month = any (${list(months)})
      where s.campaign_id = ${campaignId} and ${within(scope, sql`s.scope_path`)}
        ${underPath === null ? sql`` : sql`and s.scope_path >= ${underPath} and s.scope_path < ${`${underPath}~`}`}
        ${unitClass === null ? sql`` : sql`and s.class = ${unitClass}`}
        ${unitId === undefined ? sql`` : sql`and s.unit_id = ${unitId}`}
      group by s.unit_id, s.class, s.class_name, s.computed_at, u.name, u.kind, u.state),
    ranked as (select *, rank() over (partition by class order by points desc)::int as placed from summed
      where state = 'active' or points <> 0 or reported > 0)`
}

const shown = sql`r.unit_id as "unitId", r.name as "unitName", r.kind, r.class, r.class_name as "className",
  r.computed_at as "computedAt", r.placed, r.points, r.reported, r.adopted, r.adoptions, r.late, r.omitted`

export function selectRanked(
  tx: Database,
  scope: Scope,
  selection: Selection,
  { where, order, limit, offset }: { where: SQL; order: SQL; limit: number; offset: number },
): Promise<SummedUnit[]> {
  return rowsOf(
    tx,
    sql`${ranked(scope, selection)} select ${shown} from ranked r where ${where}
      order by ${order}, r.unit_id limit ${limit} offset ${offset}`,
  )
}

export type RankingSums = Pick<
  SummedUnit,
  'points' | 'reported' | 'adopted' | 'adoptions' | 'late' | 'omitted'
> & { readonly total: number; readonly unadopted: number; readonly unreported: number }

/** Of the units that meet `where`; those with nothing are counted before it is asked for them alone. */
export async function sumRanked(
  tx: Database,
  scope: Scope,
  selection: Selection,
  { where, named }: { where: SQL; named: SQL },
): Promise<RankingSums> {
  const [row] = await rowsOf<RankingSums>(
    tx,
    sql`${ranked(scope, selection)} select count(*) filter (where ${where})::int as total,
        coalesce(sum(points) filter (where ${where}), 0)::float8 as points,
        coalesce(sum(reported) filter (where ${where}), 0)::int as reported,
        coalesce(sum(adopted) filter (where ${where}), 0)::int as adopted,
        coalesce(sum(adoptions) filter (where ${where}), 0)::int as adoptions,
        coalesce(sum(late) filter (where ${where}), 0)::int as late,
        coalesce(sum(omitted) filter (where ${where}), 0)::int as omitted,
        count(*) filter (where ${named} and adoptions = 0)::int as unadopted,
        count(*) filter (where ${named} and reported = 0)::int as unreported
      from ranked r`,
  )
  return row!
}

/** Names, and whether something happened: the first by pattern, the second in the period. */
export function conditions({ q, silence }: Pick<RankingFilter, 'q' | 'silence'>): { where: SQL; named: SQL } {
  const pattern = `%${(q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`
  const named = pattern === '%%' ? sql`true` : sql`r.name ilike ${pattern}`
  const silent =
    silence === undefined ? sql`true` : silence === 'no-report' ? sql`r.reported = 0` : sql`r.adoptions = 0`
  return { where: sql`(${named} and ${silent})`, named }
}

/** Where units stand in their classes, counted over all of the campaign. */
export async function selectRanks(
  tx: Database,
  campaignId: string,
  months: readonly string[],
  unitIds: readonly string[],
): Promise<Map<string, { rank: number; of: number }>> {
  if (!unitIds.length) return new Map()
  const rows = await rowsOf<{ unitId: string; rank: number; of: number }>(
    tx,
    sql`select unit_id as "unitId", rank, "of" from score_ranks(${campaignId}, ${list(months)},
      (select array_agg(value::uuid) from jsonb_array_elements_text(${JSON.stringify(unitIds)}::jsonb)))`,
  )
  return new Map(rows.map(({ unitId, rank, of }) => [unitId, { rank, of }]))
}

export type MonthRow = {
  readonly unitId: string
  readonly month: string
  readonly points: number
  readonly reported: number
  readonly adopted: number
  readonly adoptions: number
  readonly late: number
  readonly omitted: number
  readonly noAward: boolean
}

/** Sums of some units by month. */
export function selectMonths(
  tx: Database,
  scope: Scope,
  campaignId: string,
  unitIds: readonly string[],
): Promise<MonthRow[]> {
  if (!unitIds.length) return Promise.resolve([])
  return rowsOf(
    tx,
    sql`select t.unit_id as "unitId", t.month, t.points::float8 as points, t.reported, t.adopted, t.adoptions, t.late,
        t.omitted, t.no_award as "noAward"
      from score_total t where t.campaign_id = ${campaignId} and ${within(scope, sql`t.scope_path`)}
        and t.unit_id in ${[...unitIds]} order by t.month`,
  )
}

/** The path of a unit of the scope; null when it is none. */
export async function findPath(tx: Database, scope: Scope, unitId: string): Promise<string | null> {
  const [row] = await rowsOf<{ path: string }>(
    tx,
    sql`select path from unit u where u.id = ${unitId} and ${within(scope, sql`u.path`)}`,
  )
  return row?.path ?? null
}

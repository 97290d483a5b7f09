import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type CircularClass, monthsOf } from '../../contract/index.ts'
import { below, type Counted, firstAdoptedIn, reportedIn } from './counted.ts'
import { distinctName } from './distinct-name.ts'
import { kindNames } from './kind-names.ts'

type Row = {
  readonly unitId: string
  readonly name: string
  readonly class: string
  readonly className: string | null
  readonly points: number | null
  readonly reported: number
  readonly adopted: number
  readonly rank: number
}

/**
 * The units below, in their classes and by rank; equal ones in the order of the tree. With `classes`, those of the scoring
 * rules in their order, the scored ones by their points, else those that tasks bind or that reported, by kind and by what was adopted of them.
 */
export async function countUnits(
  tx: Database,
  counted: Counted,
  { period, classes }: { period: string; classes: readonly string[] | null },
): Promise<CircularClass[]> {
  const months = JSON.stringify(monthsOf(period))
  const { campaignId } = counted
  const scoredUnits = sql`select s.unit_id, s.class, s.class_name, coalesce(sum(t.points), 0)::float8 as points
    from score_unit s left join score_total t on t.campaign_id = s.campaign_id and t.unit_id = s.unit_id
      and t.month in (select json_array_elements_text(${months}::json))
    where s.campaign_id = ${campaignId} and ${below(counted, sql`s.scope_path`)}
    group by s.unit_id, s.class, s.class_name`
  const boundUnits = sql`select u.id as unit_id, u.kind as class, null::text as class_name, null::float8 as points
    from unit u where ${below(counted, sql`u.path`)} and (u.id in (select i.unit_id from item i
        where i.campaign_id = ${campaignId} and i.bound and ${below(counted, sql`i.scope_path`)})
      or u.id in (select unit_id from sent) or u.id in (select unit_id from used))`
  const rows = await rowsOf<Row>(
    tx,
    sql`with sent as (select r.unit_id, count(*)::int as count from report r where ${reportedIn(counted)} group by 1),
      used as (select r.unit_id, count(*)::int as count from adoption a join report r on r.id = a.report_id
        where ${firstAdoptedIn(counted)} group by 1),
      ranked as (${classes ? scoredUnits : boundUnits})
      select k.unit_id as "unitId", ${distinctName} as name, k.class, k.class_name as "className", k.points,
        coalesce(sent.count, 0) as reported, coalesce(used.count, 0) as adopted,
        rank() over (partition by k.class order by coalesce(k.points, coalesce(used.count, 0)) desc)::int as rank
      from ranked k join unit u on u.id = k.unit_id
        left join sent on sent.unit_id = k.unit_id left join used on used.unit_id = k.unit_id
      where u.state = 'active' or k.points <> 0 or sent.count is not null or used.count is not null
      order by k.class, rank, u.path`,
  )
  return classesOf(rows, classes ?? Object.keys(kindNames))
}

function classesOf(rows: readonly Row[], order: readonly string[]): CircularClass[] {
  const classes = new Map<string, CircularClass>()
  for (const { class: id, className, ...unit } of rows) {
    const one = classes.get(id) ?? { id, name: className ?? kindNames[id] ?? id, units: [] }
    one.units.push(unit)
    classes.set(id, one)
  }
  const place = ({ id }: CircularClass): number => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...classes.values()].sort((a, b) => place(a) - place(b))
}

/** Rows of series. They belong to a unit; the scope is the first lock. */
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type {
  ChainStep,
  DistributionRow,
  NextNumbers,
  SeriesColumn,
  SeriesSettings,
} from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { nextNumbers } from './series-numbers.ts'

export type SeriesRow = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly name: string
  readonly layout: 'bulletin' | 'magazine'
  readonly publisher: string
  readonly campaignId: string | null
  readonly campaignName: string | null
  readonly columns: SeriesColumn[]
  readonly distribution: DistributionRow[]
  readonly chain: ChainStep[]
  readonly settings: SeriesSettings
  readonly state: 'active' | 'closed'
  readonly issued: number
  readonly open: number
  /** Issues of any state. */
  readonly editions: number
  readonly next: NextNumbers
  readonly updatedName: string
  readonly updatedAt: string | Date
  readonly version: number
}

const columns = (
  today: string,
): SQL => sql`s.id, s.unit_id as "unitId", u.name as "unitName", s.name, s.layout,
  s.publisher, s.campaign_id as "campaignId", c.name as "campaignName", s.columns, s.distribution, s.chain, s.settings,
  s.state, s.updated_name as "updatedName", s.updated_at as "updatedAt", s.version,
  (select count(*)::int from edition e where e.series_id = s.id) as editions,
  (select count(*)::int from edition e where e.series_id = s.id and e.state in ('signed', 'issued')) as issued,
  (select count(*)::int from edition e where e.series_id = s.id and e.state in ('drafting', 'signing', 'returned')) as open,
  ${nextNumbers(sql`${today}::date`)} as next`

const joined = sql`series s join unit u on u.id = s.unit_id left join campaign c on c.id = s.campaign_id`
const ofScope = ({ scope }: Viewer): SQL => within(scope, sql`s.scope_path`)

export function selectSeries(
  tx: Database,
  viewer: Viewer,
  today: string,
  where: SQL,
  rest: SQL,
): Promise<SeriesRow[]> {
  return rowsOf<SeriesRow>(
    tx,
    sql`select ${columns(today)} from ${joined} where ${ofScope(viewer)} and ${where} ${rest}`,
  )
}

export async function countSeries(
  tx: Database,
  viewer: Viewer,
  where: SQL,
): Promise<{ active: number; closed: number; all: number }> {
  const [counts] = await rowsOf<{ active: number; closed: number; all: number }>(
    tx,
    sql`select count(*) filter (where s.state = 'active')::int as active,
        count(*) filter (where s.state = 'closed')::int as closed, count(*)::int as all
      from series s join unit u on u.id = s.unit_id where ${ofScope(viewer)} and ${where}`,
  )
  return counts!
}

/** Throws `not-found` for what is not there or not the caller's to see. */
export async function getSeriesRow(
  tx: Database,
  viewer: Viewer,
  id: string,
  today: string,
): Promise<SeriesRow> {
  const [row] = await selectSeries(tx, viewer, today, sql`s.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/** The same, held to the end of the transaction. Throws `not-found`, `changed-meanwhile`. */
export async function holdSeries(
  tx: Database,
  viewer: Viewer,
  { id, version }: { readonly id: string; readonly version: number },
  today: string,
): Promise<SeriesRow> {
  const [row] = await selectSeries(tx, viewer, today, sql`s.id = ${id}`, sql`for update of s`)
  if (!row) throw new Problem('not-found')
  if (row.version !== version) throw new Problem('changed-meanwhile', { name: row.name })
  return row
}

type Written = Pick<
  SeriesRow,
  'name' | 'layout' | 'publisher' | 'campaignId' | 'columns' | 'distribution' | 'chain' | 'settings'
>
type Kept = { readonly id: string; readonly by: string; readonly now: Date }
const json = (value: unknown): SQL => sql`${JSON.stringify(value)}::jsonb`

export async function insertSeries(
  tx: Database,
  unitId: string,
  series: Written,
  { id, by, now }: Kept,
): Promise<void> {
  await tx.execute(sql`insert into series (id, unit_id, scope_path, name, layout, publisher, campaign_id, columns,
      distribution, chain, settings, updated_name, created_at, updated_at)
    values (${id}, ${unitId}, '', ${series.name}, ${series.layout}, ${series.publisher}, ${series.campaignId},
      ${json(series.columns)}, ${json(series.distribution)}, ${json(series.chain)}, ${json(series.settings)}, ${by},
      ${now.toISOString()}, ${now.toISOString()})`)
}

export async function updateSeries(tx: Database, series: Written, { id, by, now }: Kept): Promise<void> {
  await tx.execute(sql`update series set name = ${series.name}, layout = ${series.layout},
      publisher = ${series.publisher}, campaign_id = ${series.campaignId}, columns = ${json(series.columns)},
      distribution = ${json(series.distribution)}, chain = ${json(series.chain)}, settings = ${json(series.settings)},
      updated_name = ${by}, updated_at = ${now.toISOString()}, version = version + 1
    where id = ${id}`)
}

export async function touchSeries(
  tx: Database,
  { id, by, now }: Kept,
  state?: 'active' | 'closed',
): Promise<void> {
  const change = state ? sql`state = ${state}, ` : sql``
  await tx.execute(sql`update series set ${change}updated_name = ${by}, updated_at = ${now.toISOString()},
    version = version + 1 where id = ${id}`)
}

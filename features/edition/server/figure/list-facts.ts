/** Figures of reports that a number of an edition may be made of, one page. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { FigureFact, FigureFactPage, FigureFactQuery } from '../../contract/index.ts'
import { getEditionRow, type Viewer } from '../edition.store.ts'
import { handedIn, measureName, ofDesk } from './figure.store.ts'

/** Throws `not-found`. */
export async function listFacts(
  tx: Database,
  viewer: Viewer,
  { id, query, today }: { readonly id: string; readonly query: FigureFactQuery; readonly today: string },
): Promise<FigureFactPage> {
  const edition = await getEditionRow(tx, viewer, id, today)
  const { page = 1, pageSize = 50 } = query
  const reach = sql`${ofDesk(viewer.scope, edition)} and ${handedIn} and ${reachOf(id, query)}`
  const found = sql`${reach} and ${filtersOf(query)}`
  const from = sql`report r join unit u on u.id = r.unit_id join report_figure f on f.report_id = r.id`
  const [counted] = await rowsOf<{ total: number; reports: number }>(
    tx,
    sql`select (select count(*)::int from ${from} where ${found}) as total,
        (select count(*)::int from report r where ${reach} and ${withinDays(query)}) as reports`,
  )
  const rows = await rowsOf<FigureFact>(
    tx,
    sql`select r.id as "reportId", r.title, u.name as "unitName", r.start_day::text as day, f.id as "figureId",
        f.measure, ${measureName} as "measureName", f.value::float8 as value, f.unit, f.qualifier, f.of, f.surface
      from ${from} where ${found}
      order by r.start_day desc nulls last, r.id, f.position, f.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const measures = await rowsOf<FigureFactPage['measures'][number]>(
    tx,
    sql`select f.measure as key, min(${measureName}) as name, f.unit, count(*)::int as count
      from ${from} where ${reach} group by f.measure, f.unit order by count(*) desc, f.measure, f.unit limit 60`,
  )
  const campaigns = await rowsOf<FigureFactPage['campaigns'][number]>(
    tx,
    sql`select c.id, c.name from campaign c where c.id in (select r.campaign_id from report r where ${reach})
      order by c.name, c.id limit 100`,
  )
  return { rows, total: counted!.total, page, pageSize, measures, campaigns, reports: counted!.reports }
}

function reachOf(editionId: string, { reach, itemId }: FigureFactQuery): SQL {
  if (reach === 'all') return sql`true`
  const its = reach === 'item' ? sql`and x.item_id = ${itemId ?? null}` : sql``
  return sql`r.id in (select x.report_id from edition_source x where x.edition_id = ${editionId} ${its})`
}

function filtersOf({ q, measure, unit, ...days }: FigureFactQuery): SQL {
  const all: SQL[] = [withinDays(days)]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(
      sql`(r.title ilike ${like} or u.name ilike ${like} or f.of ilike ${like} or f.surface ilike ${like})`,
    )
  }
  if (measure) all.push(sql`f.measure = ${measure}`)
  if (unit) all.push(sql`f.unit = ${unit}`)
  return sql.join(all, sql` and `)
}

function withinDays({ campaign, from, to }: Pick<FigureFactQuery, 'campaign' | 'from' | 'to'>): SQL {
  const all: SQL[] = [sql`true`]
  if (campaign) all.push(sql`r.campaign_id = ${campaign}`)
  if (from) all.push(sql`r.start_day >= ${from}`)
  if (to) all.push(sql`r.start_day <= ${to}`)
  return sql.join(all, sql` and `)
}

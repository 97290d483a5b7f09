import type { Person } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, withRole } from '@jianbao/platform/db'
import {
  type MineFilters,
  type MinePage,
  type MineQuery,
  type MineRow,
  type MineTab,
  mineTabs,
  type ReportState,
} from '../../contract/index.ts'
import { filterReports, orders } from '../list-reports.ts'
import { type ReportRow, seen, selectReports, type Viewer } from '../report.store.ts'
import { showSummaries } from '../report.view.ts'

const statesOf: Readonly<Record<Exclude<MineTab, 'sign'>, readonly ReportState[]>> = {
  returned: ['returned'],
  draft: ['draft'],
  review: ['review'],
  submitted: ['submitted', 'accepted'],
  adopted: ['adopted'],
  kept: ['kept'],
  withdrawn: ['withdrawn'],
}

const dayMs = 24 * 3_600_000

/** What needs somebody's hand comes first: what came back, what waits to be signed, what was begun. */
const needed = sql`array_position(array['returned', 'review', 'draft'], r.state) nulls last, r.updated_at desc, r.id desc`

/** Reports of the caller's own units, one page, with how many stand under each tab. */
export async function listMine(tx: Database, viewer: Viewer, query: MineQuery, now: Date): Promise<MinePage> {
  const { page = 1, pageSize = 20, tab } = query
  const base = await mineCondition(tx, viewer, query, now)
  const counts = await countTabs(tx, viewer, base)
  const total = counts[tab ?? 'all']
  const rows = await selectReports(
    tx,
    viewer,
    onTab(base, tab),
    sql`order by ${orderOf(query)} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  return { rows: await showRows(tx, viewer, rows, now), total, page, pageSize, counts }
}

export const orderOf = ({ sort }: MineFilters): SQL => (sort ? orders[sort] : needed)

/** Conditions on `r`: of the own units, waiting for the own signature, and what the filters say. */
export type MineCondition = { readonly own: SQL; readonly sign: SQL; readonly filters: SQL }

export async function mineCondition(
  tx: Database,
  viewer: Viewer,
  { tab: _tab, own, idle, sort: _sort, type, ...filters }: MineQuery,
  now: Date,
): Promise<MineCondition> {
  const { person } = viewer
  const where = await filterReports(tx, viewer, { ...filters, ...(type ? { type: [type] } : {}) })
  return {
    own: sql`r.unit_id in (select json_array_elements_text(${JSON.stringify(unitsOf(person))}::json)::uuid)`,
    sign: await waitsForSignature(tx, person),
    filters: sql.join(
      [
        where,
        ...(own ? [sql`r.created_by = ${person.id}`] : []),
        ...(idle ? [sql`r.updated_at < ${new Date(now.getTime() - dayMs).toISOString()}`] : []),
      ],
      sql` and `,
    ),
  }
}

export function onTab({ own, sign, filters }: MineCondition, tab: MineTab | undefined): SQL {
  if (tab === undefined) return sql`${own} and ${filters}`
  if (tab === 'sign') return sql`${sign} and ${filters}`
  return sql`${own} and ${filters} and r.state in ${[...statesOf[tab]]}`
}

/** All tabs in one go over what any of them holds. */
async function countTabs(tx: Database, viewer: Viewer, base: MineCondition): Promise<MinePage['counts']> {
  const tabs = mineTabs.map(
    tab => sql`, count(*) filter (where ${onTab(base, tab)})::int as ${sql.identifier(tab)}`,
  )
  const [counts] = await rowsOf<MinePage['counts']>(
    tx,
    sql`select count(*) filter (where ${base.own})::int as "all" ${sql.join(tabs)} from report r
      where ${seen(viewer)} and (${base.own} or ${base.sign}) and ${base.filters}`,
  )
  return counts!
}

function unitsOf({ posts }: Person): string[] {
  return posts.filter(({ role }) => role === 'reporter' || role === 'unit-lead').map(({ unitId }) => unitId)
}

/** A report waits for the leads of the nearest unit that has some: those further up need not look at it. */
export async function waitsForSignature(tx: Database, { posts }: Person): Promise<SQL> {
  const own = posts.filter(({ role }) => role === 'unit-lead')
  if (!own.length) return sql`false`
  const paths = own.map(post => post.path)
  const below = await withRole(tx, 'owner', () =>
    rowsOf<{ path: string }>(
      tx,
      sql`select distinct u.path from membership m join unit u on u.id = m.unit_id and u.state = 'active'
          join person p on p.id = m.person_id and p.state = 'active'
        where m.role = 'unit-lead' and ${among(sql`u.path`, paths)}`,
    ),
  )
  const nearer = below.map(({ path }) => path).filter(path => !paths.includes(path))
  return sql`r.state = 'review' and ${among(sql`r.scope_path`, paths)}
    and not exists (select from json_array_elements_text(${JSON.stringify(nearer)}::json) lead(path)
      where starts_with(r.scope_path, lead.path))`
}

function among(column: SQL, paths: readonly string[]): SQL {
  return sql`exists (select from json_array_elements_text(${JSON.stringify(paths)}::json) post(path)
    where starts_with(${column}, post.path))`
}

/** Rows with what a list of one's own says besides: why they came back, for which period, where they ran. */
export async function showRows(
  tx: Database,
  viewer: Viewer,
  rows: readonly ReportRow[],
  now: Date,
): Promise<MineRow[]> {
  type More = { id: string; reason: string | null; periodName: string | null; issues: string[] }
  const ids = rows.map(({ id }) => id)
  const more = ids.length
    ? await rowsOf<More>(
        tx,
        sql`select r.id, p.name as "periodName",
            case when r.state = 'returned' then (select s.reason from report_step s
              where s.report_id = r.id and s.action in ('return', 'decline') order by s.seq desc limit 1) end as reason,
            (select coalesce(json_agg(a.issue_name order by a.at), '[]') from adoption a
              where a.report_id = r.id and a.revoked_at is null and a.issue_name is not null) as issues
          from report r left join task_period p on p.task_id = r.task_id and p.no = r.period_no
          where r.id in ${ids}`,
      )
    : []
  const byId = new Map(more.map(row => [row.id, row]))
  return (await showSummaries(tx, viewer, rows, now)).map(row => {
    const { reason = null, periodName = null, issues = [] } = byId.get(row.id) ?? {}
    return { ...row, reason, periodName, issues }
  })
}

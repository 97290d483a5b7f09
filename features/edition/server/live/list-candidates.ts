/**
 * What the desk of an edition adopted and no issue has yet. Read along the index of what is not printed, so that it takes
 * as long as there are such pieces, not as long as the desk is old.
 */
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Candidate, CandidatePage, CandidateQuery } from '../../contract/index.ts'
import { type EditionRow, getEditionRow, type Viewer } from '../edition.store.ts'
import { instant } from '../edition.view.ts'

type Asked = { readonly id: string; readonly query: CandidateQuery; readonly today: string }

/** Throws `not-found`. */
export async function listCandidates(
  tx: Database,
  viewer: Viewer,
  { id, query, today }: Asked,
): Promise<CandidatePage> {
  const edition = await getEditionRow(tx, viewer, id, today)
  const { page = 1, pageSize = 30, column } = query
  const keys = edition.columns.map(({ key }) => key)
  const known = sql`${`{${keys.join(',')}}`}::text[]`
  const where = waiting(viewer, edition, query.q)
  const counted = await rowsOf<{ column: string; count: number }>(
    tx,
    sql`select case when a.column_key = any (${known}) then a.column_key else 'other' end as column,
        count(*)::int as count
      from ${query.q ? joined : bare} where ${where} group by 1`,
  )
  const counts = [...keys, 'other'].flatMap(key => counted.filter(each => each.column === key))
  const ofColumn =
    column === undefined
      ? sql`true`
      : column === 'other'
        ? sql`not a.column_key = any (${known})`
        : sql`a.column_key = ${column}`
  const rows = await rowsOf<Candidate & { adoptedAt: string | Date }>(
    tx,
    sql`${selected(edition, today)} from ${joined} where ${where} and ${ofColumn}
      order by a.at desc, a.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const total = counts.filter(each => column === undefined || each.column === column)
  return {
    rows: rows.map(row => ({ ...row, adoptedAt: instant(row.adoptedAt) })),
    total: total.reduce((sum, { count }) => sum + count, 0),
    page,
    pageSize,
    counts,
  }
}

/** Names of units are looked up for what is shown or looked for, not for what is only counted. */
const bare = sql`adoption a join report r on r.id = a.report_id`
const joined = sql`${bare} join unit u on u.id = r.unit_id`

const printed = (adoption: string): SQL => {
  const its = sql.raw(adoption)
  return sql`(${its}.issue_name is not null or exists (select from edition_source x join edition e on e.id = x.edition_id
    where x.adoption_id = ${its}.id and e.state <> 'void'))`
}

/** Of reports adopted as one piece the first stands for all. */
function waiting({ scope }: Viewer, edition: EditionRow, q: string | undefined): SQL {
  const all = [
    sql`a.unit_id = ${edition.unitId} and a.revoked_at is null and a.issue_name is null`,
    sql`${within(scope, sql`r.scope_path`)}`,
    sql`not ${printed('a')}`,
    sql`(a.composite_id is null or not exists (select from adoption b where b.composite_id = a.composite_id
      and b.unit_id = a.unit_id and b.revoked_at is null and b.id < a.id))`,
  ]
  if (edition.campaignId !== null) all.push(sql`r.campaign_id = ${edition.campaignId}`)
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(sql`(a.title ilike ${like} or a.body ilike ${like} or u.name ilike ${like})`)
  }
  return sql.join(all, sql` and `)
}

function selected({ unitId }: EditionRow, today: string): SQL {
  const year = `${today.slice(0, 4)}-01-01`
  return sql`select a.id as "adoptionId", a.report_id as "reportId", a.column_key as "columnKey", a.title,
    left(regexp_replace(a.body, '\\s+', ' ', 'g'), 120) as excerpt, u.name as "unitName",
    r.start_day::text as "startDay", r.end_day::text as "endDay", r.figures, r.photos, a.at as "adoptedAt",
    a.by_name as "adoptedBy",
    case when a.composite_id is null then null else (select jsonb_agg(distinct v.name) from adoption b
      join report s on s.id = b.report_id join unit v on v.id = s.unit_id where b.composite_id = a.composite_id
      and b.unit_id = a.unit_id and b.revoked_at is null) end as together,
    not exists (select from report s join adoption b on b.report_id = s.id and b.unit_id = ${unitId}
      and b.revoked_at is null
      where s.scope_path = r.scope_path and s.updated_at >= ${year}::date and b.at >= ${year}::date
        and b.id <> a.id and ${printed('b')}) as "firstThisYear"`
}

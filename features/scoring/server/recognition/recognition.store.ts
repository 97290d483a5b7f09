import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Recognition, RecognitionKind, RecognitionQuery, ReportChoices } from '../../contract/index.ts'

export const tables: Readonly<Record<RecognitionKind, SQL>> = {
  above: sql`outside_adoption`,
  instruction: sql`instruction`,
}

export type RecognitionRow = Omit<Recognition, 'actions' | 'at' | 'revokedAt'> & {
  readonly path: string
  readonly at: string | Date
  readonly revokedAt: string | Date | null
}

const common = sql`x.id, x.report_id, x.day, x.note, x.by_name, x.at, x.revoked_at, x.revoked_name, x.revoke_reason`
const all = sql`(
  select 'above' as kind, ${common}, x.link, x.bulletin_name as name, concat_ws(' ', x.issue, x.form_name) as detail,
    'above:' || x.id as line from outside_adoption x
  union all
  select 'instruction' as kind, ${common}, null as link, x.leader_name as name, x.office as detail,
    'instruction:' || x.id as line from instruction x)`

type Wish = RecognitionQuery & { readonly underPath: string | null; readonly id?: string }

function conditions(scope: Scope, wish: Wish): SQL {
  const { campaign, kind, underPath, q, report, id } = wish
  const pattern = `%${(q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`
  const parts = [
    within(scope, sql`r.scope_path`),
    ...(campaign === undefined ? [] : [sql`r.campaign_id = ${campaign}`]),
    ...(kind === undefined ? [] : [sql`x.kind = ${kind}`]),
    ...(report === undefined ? [] : [sql`x.report_id = ${report}`]),
    ...(id === undefined ? [] : [sql`x.id = ${id}`]),
    ...(underPath === null ? [] : [sql`r.scope_path >= ${underPath} and r.scope_path < ${`${underPath}~`}`]),
    ...(pattern === '%%'
      ? []
      : [
          sql`(r.title ilike ${pattern} or u.name ilike ${pattern} or x.name ilike ${pattern} or x.detail ilike ${pattern})`,
        ]),
  ]
  return sql.join(parts, sql` and `)
}

/** The newest day first. */
export function selectRecognitions(
  tx: Database,
  scope: Scope,
  wish: Wish,
  { limit, offset }: { limit: number; offset: number },
): Promise<RecognitionRow[]> {
  return rowsOf<RecognitionRow>(
    tx,
    sql`select x.id, x.kind, x.report_id as "reportId", coalesce(nullif(r.title, ''), '（无标题）') as "reportTitle",
        r.unit_id as "unitId", u.name as "unitName", r.campaign_id as "campaignId", r.scope_path as path,
        x.day::text as day, x.name, x.detail, x.link, x.note, x.by_name as "byName", x.at,
        x.revoked_at as "revokedAt", x.revoked_name as "revokedName", x.revoke_reason as "revokeReason",
        (select e.points::float8 from score_entry e where e.report_id = x.report_id and e.id = x.line) as points
      from ${all} x join report r on r.id = x.report_id join unit u on u.id = r.unit_id
      where ${conditions(scope, wish)} order by x.day desc, x.at desc, x.id limit ${limit} offset ${offset}`,
  )
}

export async function countRecognitions(tx: Database, scope: Scope, wish: Wish): Promise<number> {
  const [row] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from ${all} x join report r on r.id = x.report_id
      join unit u on u.id = r.unit_id where ${conditions(scope, wish)}`,
  )
  return row!.total
}

/** Reports of the scope that have left their unit, the newest first, by words of title or unit. */
/** Roots of a scope that have a unit above them: what these did is registered there, nobody gives points to their own. */
export function ownRoots({ roots }: Scope): string[] {
  return roots.map(({ path }) => path).filter(path => path.split('/').length > 2)
}

/** Rows of units below the scope's own, or of the top. */
export function registrable(scope: Scope, column: SQL): SQL {
  const own = `{${ownRoots(scope).join(',')}}`
  return sql`${within(scope, column)} and not (${column} = any (${own}::text[]))`
}

export async function selectReportChoices(
  tx: Database,
  scope: Scope,
  { campaign, q }: { campaign: string; q: string },
): Promise<ReportChoices['rows']> {
  const pattern = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`
  return rowsOf(
    tx,
    sql`select r.id, r.title, u.name as "unitName", r.campaign_id as "campaignId",
        to_char(r.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "submittedDay"
      from report r join unit u on u.id = r.unit_id
      where ${registrable(scope, sql`r.scope_path`)} and r.submitted_at is not null and r.campaign_id = ${campaign}
        and (r.title ilike ${pattern} or u.name ilike ${pattern})
      order by r.submitted_at desc, r.id limit 20`,
  )
}

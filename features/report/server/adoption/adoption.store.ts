/** Rows of adoptions by the caller's desks: a desk is theirs by a post in its very unit. */
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { desksOf } from '../inbox/inbox.store.ts'
import type { Viewer } from '../report.store.ts'

export type AdoptedRow = {
  readonly id: string
  readonly reportId: string
  readonly unitName: string
  readonly reportTitle: string
  readonly reportBody: string
  readonly deskId: string
  readonly deskName: string
  readonly campaignId: string | null
  readonly authorId: string
  readonly columnKey: string
  readonly title: string
  readonly body: string
  readonly byName: string
  readonly at: string | Date
  readonly compositeId: string | null
  readonly compositeReports: number
  readonly issueId: string | null
  readonly issueName: string | null
  readonly issueDay: string | null
  readonly articleId: string | null
  readonly printedTitle: string | null
  readonly printedBody: string | null
  readonly version: number
}

const columns = (body: SQL): SQL => sql`a.id, a.report_id as "reportId", u.name as "unitName",
  r.title as "reportTitle", r.body as "reportBody", a.unit_id as "deskId", d.name as "deskName",
  r.campaign_id as "campaignId", r.created_by as "authorId", a.column_key as "columnKey", a.title, ${body} as body,
  a.by_name as "byName", a.at, a.composite_id as "compositeId",
  case when a.composite_id is null then 0 else (select count(*)::int from adoption b
    where b.composite_id = a.composite_id and b.revoked_at is null) end as "compositeReports",
  a.issue_id as "issueId", a.issue_name as "issueName", a.issue_day::text as "issueDay", a.article_id as "articleId",
  a.printed_title as "printedTitle", a.printed_body as "printedBody", a.version`

/** Adoptions `a` of the caller's desks that stand. */
export function ofDesks(viewer: Viewer): SQL {
  return sql`a.unit_id = any (${`{${desksOf(viewer.person).join(',')}}`}::uuid[]) and a.revoked_at is null
    and ${within(viewer.scope, sql`r.scope_path`)}`
}

const joined = sql`adoption a join report r on r.id = a.report_id join unit u on u.id = r.unit_id
  join unit d on d.id = a.unit_id`

export function selectAdopted(tx: Database, where: SQL, rest: SQL): Promise<AdoptedRow[]> {
  return rowsOf<AdoptedRow>(
    tx,
    sql`select ${columns(sql`left(a.body, 400)`)} from ${joined} where ${where} ${rest}`,
  )
}

/** Throws `not-found`. */
export async function getAdopted(tx: Database, viewer: Viewer, id: string): Promise<AdoptedRow> {
  const [row] = await rowsOf<AdoptedRow>(
    tx,
    sql`select ${columns(sql`a.body`)} from ${joined} where a.id = ${id} and ${ofDesks(viewer)}`,
  )
  if (!row) throw new Problem('not-found')
  return row
}

/** Held with its reports to the end of the transaction. Throws `not-found`, `adoption-stale`. */
export async function holdAdopted(
  tx: Database,
  viewer: Viewer,
  id: string,
  version: number,
): Promise<AdoptedRow> {
  const asked = await getAdopted(tx, viewer, id)
  await tx.execute(sql`select from report where id in (select report_id from adoption a
    where ${together(asked)}) order by id for update`)
  const row = await getAdopted(tx, viewer, id)
  if (row.version !== version) throw new Problem('adoption-stale', { by: await lastHand(tx, row) })
  return row
}

/** The adoption with those it makes one piece with. */
export function together({ id, compositeId }: Pick<AdoptedRow, 'id' | 'compositeId'>): SQL {
  return compositeId === null
    ? sql`a.id = ${id}`
    : sql`a.composite_id = ${compositeId} and a.revoked_at is null`
}

async function lastHand(tx: Database, row: AdoptedRow): Promise<string> {
  const [last] = await rowsOf<{ name: string }>(
    tx,
    sql`select by_name as name from report_step where report_id = ${row.reportId}
      and action in ('adopt', 'edit-adoption', 'register', 'unregister') order by seq desc limit 1`,
  )
  return last?.name ?? row.byName
}

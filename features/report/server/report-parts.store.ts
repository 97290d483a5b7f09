/** What hangs on a report: figures, steps, adoptions. */
import { randomUUID } from 'node:crypto'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ReportFigure, ReportPhoto, ReportState } from '../contract/index.ts'

/** The figures as they are now, whole; the count on the report follows. */
export async function keepFigures(
  tx: Database,
  reportId: string,
  figures: readonly ReportFigure[],
): Promise<void> {
  await tx.execute(sql`delete from report_figure where report_id = ${reportId}`)
  if (figures.length)
    await tx.execute(sql`insert into report_figure (id, report_id, position, measure, value, unit, qualifier, of, surface)
      select id, ${reportId}::uuid, at - 1, measure, value, unit, qualifier, of, surface
      from json_to_recordset(${JSON.stringify(figures.map((figure, at) => ({ ...figure, at: at + 1 })))}::json)
        as f(id uuid, at int, measure text, value numeric, unit text, qualifier text, of text, surface text)`)
  await tx.execute(sql`update report set figures = ${figures.length} where id = ${reportId}`)
}

export async function listFigures(tx: Database, reportId: string): Promise<ReportFigure[]> {
  const rows = await rowsOf<Omit<ReportFigure, 'value'> & { value: string | number }>(
    tx,
    sql`select id, measure, value, unit, qualifier, of, surface from report_figure
      where report_id = ${reportId} order by position`,
  )
  return rows.map(row => ({ ...row, value: Number(row.value) }))
}

/** In their order, each with the address of its picture. */
export async function listPhotos(tx: Database, reportId: string): Promise<ReportPhoto[]> {
  const rows = await rowsOf<Omit<ReportPhoto, 'url'>>(
    tx,
    sql`select id, position, media_type as "mediaType", width, height, size_bytes as "sizeBytes", caption
      from report_photo where report_id = ${reportId} order by position, id`,
  )
  return rows.map(row => ({ ...row, url: `/api/reports/${reportId}/photos/${row.id}` }))
}

export type NewStep = {
  readonly action: string
  readonly state: ReportState
  readonly by: { readonly id: string; readonly name: string }
  /** The unit they acted for. */
  readonly unitId: string | null
  readonly deskId: string | null
  readonly reason?: string | null
  readonly details?: Readonly<Record<string, string | number>>
  readonly at: Date
}

/** Adds to the history; the caller holds the report. */
export async function addStep(tx: Database, reportId: string, step: NewStep): Promise<void> {
  const { action, state, by, unitId, deskId, reason = null, details = {}, at } = step
  await tx.execute(sql`insert into report_step (report_id, seq, action, state, by_id, by_name, unit_id, desk_id, reason,
      details, at)
    select ${reportId}, coalesce(max(seq), 0) + 1, ${action}, ${state}, ${by.id}, ${by.name}, ${unitId}, ${deskId},
      ${reason}, ${JSON.stringify(details)}::jsonb, ${at.toISOString()}
    from report_step where report_id = ${reportId}`)
}

export type StepRow = {
  seq: number
  action: string
  state: ReportState
  byName: string
  unitId: string | null
  deskId: string | null
  reason: string | null
  details: Record<string, string | number>
  at: string | Date
}

export function listSteps(tx: Database, reportId: string): Promise<StepRow[]> {
  return rowsOf<StepRow>(
    tx,
    sql`select seq, action, state, by_name as "byName", unit_id as "unitId", desk_id as "deskId", reason, details, at
      from report_step where report_id = ${reportId} order by seq`,
  )
}

export async function addAdoption(
  tx: Database,
  adoption: {
    reportId: string
    unitId: string
    column: string
    title: string
    body: string
    by: { id: string; name: string }
    at: Date
  },
): Promise<void> {
  const { reportId, unitId, column, title, body, by, at } = adoption
  await tx.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, by_id, by_name, at)
    values (${randomUUID()}, ${reportId}, ${unitId}, ${column}, ${title}, ${body}, ${by.id}, ${by.name},
      ${at.toISOString()})`)
}

/** The adoption by this desk that still counts, taken back. */
export async function revokeAdoption(
  tx: Database,
  { reportId, unitId, reason, at }: { reportId: string; unitId: string; reason: string; at: Date },
): Promise<void> {
  await tx.execute(sql`update adoption set revoked_at = ${at.toISOString()}, revoke_reason = ${reason},
      version = version + 1
    where report_id = ${reportId} and unit_id = ${unitId} and revoked_at is null`)
}

export type AdoptionRow = {
  id: string
  reportId: string
  unitId: string
  columnKey: string
  title: string
  body: string
  byName: string
  at: string | Date
  revokedAt: string | Date | null
  revokeReason: string | null
  version: number
  issueId: string | null
  issueName: string | null
  issueDate: string | null
  articleId: string | null
  printedTitle: string | null
  printedBody: string | null
}

/** Adoptions of some reports, the oldest first, with the issue as it was registered; its id as far as the caller may see it. */
export async function listAdoptions(tx: Database, reportIds: readonly string[]): Promise<AdoptionRow[]> {
  if (!reportIds.length) return []
  return rowsOf<AdoptionRow>(
    tx,
    sql`select a.id, a.report_id as "reportId", a.unit_id as "unitId", a.column_key as "columnKey", a.title, a.body,
        a.by_name as "byName", a.at, a.revoked_at as "revokedAt", a.revoke_reason as "revokeReason", a.version,
        i.id as "issueId", a.issue_day::text as "issueDate", ar.id as "articleId", a.issue_name as "issueName",
        a.printed_title as "printedTitle", a.printed_body as "printedBody"
      from adoption a left join issue i on i.id = a.issue_id left join article ar on ar.id = a.article_id
      where a.report_id in ${[...reportIds]} order by a.at, a.id`,
  )
}

/** What hangs on a report: figures, steps, adoptions. */
import { randomUUID } from 'node:crypto'
import { type Database, plannedOnce, rowsOf, sql } from '@jianbao/platform/db'
import type { ReportFigure, ReportPhoto, ReportState } from '../contract/index.ts'

/** Adds figures in their order; `replace` takes away those that were there. The report's own count is its writer's. */
export async function keepFigures(
  tx: Database,
  reportId: string,
  figures: readonly ReportFigure[],
  { replace }: { replace: boolean },
): Promise<void> {
  if (replace) await tx.execute(sql`delete from report_figure where report_id = ${reportId}`)
  if (!figures.length) return
  const rows = JSON.stringify(figures.map((figure, position) => ({ ...figure, position })))
  await tx.execute(
    plannedOnce(sql`insert into report_figure (id, report_id, position, measure, value, unit, qualifier, of, surface)
    select id, ${reportId}::uuid, position, measure, value, unit, qualifier, of, surface
    from json_to_recordset(${rows}::json)
      as f(id uuid, position int, measure text, value numeric, unit text, qualifier text, of text, surface text)`),
  )
}

export async function listFigures(tx: Database, reportId: string): Promise<ReportFigure[]> {
  const rows = await rowsOf<Omit<ReportFigure, 'value'> & { value: string | number }>(
    tx,
    plannedOnce(sql`select id, measure, value, unit, qualifier, of, surface from report_figure
      where report_id = ${reportId} order by position`),
  )
  return rows.map(row => ({ ...row, value: Number(row.value) }))
}

/** The photos alone, in their order, each with the address of its picture. */
export async function listPhotos(tx: Database, reportId: string): Promise<ReportPhoto[]> {
  const rows = await rowsOf<Omit<ReportPhoto, 'url'>>(
    tx,
    sql`select id, position, media_type as "mediaType", width, height, size_bytes as "sizeBytes", caption
      from report_photo where report_id = ${reportId} order by position, id`,
  )
  return rows.map(row => ({ ...row, url: `/api/reports/${reportId}/photos/${row.id}` }))
}

type Parts = {
  readonly figures: ReportFigure[] | null
  readonly photos: Omit<ReportPhoto, 'url'>[] | null
  readonly steps: StepRow[] | null
  readonly periodName: string | null
  readonly dueDay: string | null
}

/** What hangs on a report, each in its order, and the period it is meant for, in one go. */
export async function listParts(
  tx: Database,
  { id, taskId, periodNo }: { id: string; taskId: string | null; periodNo: number | null },
): Promise<Parts> {
  const [parts] = await rowsOf<Parts>(
    tx,
    plannedOnce(sql`select
      (select json_agg(json_build_object('id', f.id, 'measure', f.measure, 'value', f.value, 'unit', f.unit, 'qualifier',
          f.qualifier, 'of', f.of, 'surface', f.surface) order by f.position)
        from report_figure f where f.report_id = ${id}) as figures,
      (select json_agg(json_build_object('id', p.id, 'position', p.position, 'mediaType', p.media_type, 'width', p.width,
          'height', p.height, 'sizeBytes', p.size_bytes, 'caption', p.caption) order by p.position, p.id)
        from report_photo p where p.report_id = ${id}) as photos,
      (select json_agg(json_build_object('seq', s.seq, 'action', s.action, 'state', s.state, 'byName', s.by_name, 'unitId',
          s.unit_id, 'deskId', s.desk_id, 'reason', s.reason, 'details', s.details, 'at', s.at) order by s.seq)
        from report_step s where s.report_id = ${id}) as steps,
      (select name from task_period where task_id = ${taskId} and no = ${periodNo}) as "periodName",
      (select due_day::text from task_period where task_id = ${taskId} and no = ${periodNo}) as "dueDay"`),
  )
  return parts!
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
  await tx.execute(
    plannedOnce(sql`insert into report_step (report_id, seq, action, state, by_id, by_name, unit_id, desk_id, reason,
      details, at)
    select ${reportId}, coalesce(max(seq), 0) + 1, ${action}, ${state}, ${by.id}, ${by.name}, ${unitId}, ${deskId},
      ${reason}, ${JSON.stringify(details)}::jsonb, ${at.toISOString()}
    from report_step where report_id = ${reportId}`),
  )
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
  // What the desk above returned may come back to one whose adoption still counts: it counts once, with another text.
  await tx.execute(sql`insert into adoption_revision (adoption_id, version, column_key, title, body, by_name, at)
    select id, version, column_key, title, body, ${by.name}, ${at.toISOString()} from adoption
      where report_id = ${reportId} and unit_id = ${unitId} and revoked_at is null`)
  await tx.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, by_id, by_name, at)
    values (${randomUUID()}, ${reportId}, ${unitId}, ${column}, ${title}, ${body}, ${by.id}, ${by.name},
      ${at.toISOString()})
    on conflict (report_id, unit_id) where revoked_at is null do update set column_key = excluded.column_key,
      title = excluded.title, body = excluded.body, composite_id = null, version = adoption.version + 1`)
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
    plannedOnce(sql`select a.id, a.report_id as "reportId", a.unit_id as "unitId", a.column_key as "columnKey", a.title, a.body,
        a.by_name as "byName", a.at, a.revoked_at as "revokedAt", a.revoke_reason as "revokeReason", a.version,
        i.id as "issueId", a.issue_day::text as "issueDate", ar.id as "articleId", a.issue_name as "issueName",
        a.printed_title as "printedTitle", a.printed_body as "printedBody"
      from adoption a left join issue i on i.id = a.issue_id left join article ar on ar.id = a.article_id
      where a.report_id = any (${`{${reportIds.join(',')}}`}::uuid[]) order by a.at, a.id`),
  )
}

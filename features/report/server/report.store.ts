/** Rows of reports. What a caller may see of them is `seen`, the first lock. */
import { Problem } from '@jianbao/errors'
import { type Person, type Scope, scopeOf, within } from '@jianbao/platform/access'
import { type Database, plannedOnce, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ReportDraft, ReportPartner, ReportProposal, ReportState } from '../contract/index.ts'

export type Viewer = { readonly scope: Scope; readonly person: Person }

type Moment = string | Date | null
export type ReportRow = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly path: string
  readonly title: string
  readonly body: string
  readonly type: string | null
  readonly startDay: string | null
  readonly endDay: string | null
  readonly place: string | null
  readonly campaignId: string | null
  readonly taskId: string | null
  readonly taskName: string | null
  readonly periodNo: number | null
  readonly commissionId: string | null
  readonly partners: ReportPartner[]
  readonly proposal: ReportProposal | null
  readonly state: ReportState
  readonly deskId: string | null
  readonly claimedBy: string | null
  readonly claimedName: string | null
  readonly claimedUntil: Moment
  readonly figureCount: number
  readonly photoCount: number
  readonly createdBy: string
  readonly createdName: string
  readonly editedName: string
  readonly sentAt: Moment
  readonly submittedAt: Moment
  readonly arrivedAt: Moment
  readonly acceptedAt: Moment
  readonly updatedAt: string | Date
  readonly version: number
}

/** Columns of a ReportRow from `r`, rows of report; `body` may be cut short for lists. */
export const reportColumns = (body: SQL): SQL => sql`r.id, r.unit_id as "unitId", u.name as "unitName",
  r.scope_path as path, r.title, ${body} as body, r.type, r.start_day::text as "startDay", r.end_day::text as "endDay",
  r.place, r.campaign_id as "campaignId", r.task_id as "taskId", t.name as "taskName", r.period_no as "periodNo",
  r.commission_id as "commissionId", r.partners, r.proposal, r.state, r.desk_id as "deskId",
  r.claimed_by as "claimedBy", r.claimed_name as "claimedName",
  r.claimed_until as "claimedUntil", r.figures as "figureCount", r.photos as "photoCount", r.created_by as "createdBy",
  r.created_name as "createdName", r.edited_name as "editedName", r.sent_at as "sentAt", r.submitted_at as "submittedAt",
  r.arrived_at as "arrivedAt", r.accepted_at as "acceptedAt", r.updated_at as "updatedAt", r.version`

/**
 * The reports somebody may see: of their scope, but for what others of a unit below are still writing. What waits for a
 * signature is for the unit leads above too.
 */
export function seen({ scope, person }: Viewer): SQL {
  const own = scope.roots.map(root => root.path)
  return sql`${within(scope, sql`r.scope_path`)} and (r.submitted_at is not null or r.created_by = ${person.id}
    or r.scope_path = any (select json_array_elements_text(${JSON.stringify(own)}::json))
    or (r.sent_at is not null and ${within(scopeOf(person, ['unit-lead']), sql`r.scope_path`)}))`
}

const joined = sql`report r join unit u on u.id = r.unit_id left join task t on t.id = r.task_id`

export async function findReport(
  tx: Database,
  viewer: Viewer,
  id: string,
  hold: SQL = sql``,
): Promise<ReportRow | null> {
  const [row] = await rowsOf<ReportRow>(
    tx,
    plannedOnce(
      sql`select ${reportColumns(sql`r.body`)} from ${joined} where r.id = ${id} and ${seen(viewer)} ${hold}`,
    ),
  )
  return row ?? null
}

/** Throws Problem `not-found` for what is not there or not the caller's to see. */
export async function getReportRow(tx: Database, viewer: Viewer, id: string): Promise<ReportRow> {
  const row = await findReport(tx, viewer, id)
  if (!row) throw new Problem('not-found')
  return row
}

/** Null for what is not the caller's; else held against other changes of it to the end of the transaction. */
export function holdReport(tx: Database, viewer: Viewer, id: string): Promise<ReportRow | null> {
  return findReport(tx, viewer, id, sql`for update of r`)
}

/** The same of what must be there. */
export async function takeReport(tx: Database, viewer: Viewer, id: string): Promise<ReportRow> {
  const row = await holdReport(tx, viewer, id)
  if (!row) throw new Problem('not-found')
  return row
}

/** So much of a body is shown in a list. */
const excerptLength = 160

/** Reports that meet a condition on `r`, in an order. */
export function selectReports(tx: Database, viewer: Viewer, where: SQL, rest: SQL): Promise<ReportRow[]> {
  return rowsOf<ReportRow>(
    tx,
    sql`select ${reportColumns(sql`left(r.body, ${excerptLength})`)} from ${joined}
      where ${seen(viewer)} and ${where} ${rest}`,
  )
}

export async function countReports(tx: Database, viewer: Viewer, where: SQL): Promise<number> {
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from report r where ${seen(viewer)} and ${where}`,
  )
  return counted!.total
}

type Written = Omit<ReportDraft, 'version'>
const json = (value: unknown): SQL => sql`${JSON.stringify(value)}::jsonb`

/** False when there is one of this id that the caller does not see. */
export async function insertReport(
  tx: Database,
  id: string,
  draft: Written,
  by: { id: string; name: string },
  now: Date,
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    plannedOnce(sql`insert into report (id, unit_id, scope_path, campaign_id, task_id, period_no, commission_id, title,
      body, type, start_day, end_day, place, partners, proposal, figures, created_by, created_name, edited_name,
      created_at, updated_at)
    values (${id}, ${draft.unitId}, '', ${draft.campaignId}, ${draft.taskId}, ${draft.periodNo}, ${draft.commissionId},
      ${draft.title}, ${draft.body}, ${draft.type}, ${draft.startDay}, ${draft.endDay}, ${draft.place},
      ${json(draft.partners)}, ${draft.proposal ? json(draft.proposal) : null}, ${draft.figures.length},
      ${by.id}, ${by.name}, ${by.name}, ${now.toISOString()}, ${now.toISOString()})
    on conflict (id) do nothing returning id`),
  )
  return rows.length > 0
}

export async function updateWritten(
  tx: Database,
  id: string,
  draft: Written,
  by: { name: string },
  now: Date,
): Promise<void> {
  await tx.execute(
    plannedOnce(sql`update report set unit_id = ${draft.unitId}, campaign_id = ${draft.campaignId},
      task_id = ${draft.taskId}, period_no = ${draft.periodNo}, commission_id = ${draft.commissionId},
      title = ${draft.title}, body = ${draft.body}, type = ${draft.type}, start_day = ${draft.startDay},
      end_day = ${draft.endDay}, place = ${draft.place}, partners = ${json(draft.partners)},
      proposal = ${draft.proposal ? json(draft.proposal) : null}, figures = ${draft.figures.length}, version = version + 1,
      edited_name = ${by.name}, updated_at = ${now.toISOString()}
    where id = ${id}`),
  )
}

/** Where a deed leads; moments left out stay as they are. */
export type Standing = {
  readonly state: ReportState
  readonly deskId: string | null
  /** The desk that returns it. */
  readonly returnedBy?: string
  readonly sentAt?: Date
  readonly submittedAt?: Date
  readonly arrivedAt?: Date | null
  readonly acceptedAt?: Date | null
}

export async function moveReport(
  tx: Database,
  id: string,
  to: Standing,
  by: { name: string },
  now: Date,
): Promise<void> {
  const set = (column: SQL, value: Date | null | undefined): SQL[] =>
    value === undefined ? [] : [sql`${column} = ${value?.toISOString() ?? null}`]
  const moments = [
    ...set(sql`sent_at`, to.sentAt),
    ...set(sql`submitted_at`, to.submittedAt),
    ...set(sql`arrived_at`, to.arrivedAt),
    ...set(sql`accepted_at`, to.acceptedAt),
  ]
  await tx.execute(
    plannedOnce(
      sql`update report set ${sql.join(
        [
          sql`state = ${to.state}, desk_id = ${to.deskId}, returned_by = ${to.returnedBy ?? null}`,
          sql`version = version + 1`,
          sql`edited_name = ${by.name}, updated_at = ${now.toISOString()}`,
          sql`claimed_by = null, claimed_name = null, claimed_until = null`,
          ...moments,
        ],
        sql`, `,
      )} where id = ${id}`,
    ),
  )
}

export async function removeReport(tx: Database, id: string): Promise<void> {
  await tx.execute(sql`delete from report where id = ${id}`)
}

/** Reports whose whole story is known already, written in masses: those of the demonstration and of benchmarks. */
import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import type { ReportFigure, ReportPartner, ReportState } from '../contract/index.ts'

type Who = { readonly id: string; readonly name: string }

export type StepRecord = {
  readonly action: string
  readonly state: ReportState
  readonly by: Who
  readonly unitId: string | null
  readonly deskId: string | null
  readonly reason?: string
  readonly column?: string
  readonly at: Date
}

export type ReportRecord = {
  readonly id: string
  readonly unitId: string
  readonly campaignId: string
  readonly taskId: string | null
  readonly periodNo: number | null
  readonly title: string
  readonly body: string
  readonly type: string
  readonly startDay: string
  readonly place: string | null
  readonly partners: readonly ReportPartner[]
  readonly figures: readonly Omit<ReportFigure, 'id'>[]
  readonly author: Who
  /** From the first draft on; where it stands follows from them. */
  readonly steps: readonly StepRecord[]
}

const rowsAtOnce = 500

/** Writes reports with their figures, steps and adoptions; nobody is told of any of it. */
export async function recordReports(tx: Database, records: readonly ReportRecord[]): Promise<void> {
  for (let from = 0; from < records.length; from += rowsAtOnce) {
    const part = records.slice(from, from + rowsAtOnce)
    await insertReports(tx, part)
    await insertParts(tx, part)
  }
}

async function insertReports(tx: Database, records: readonly ReportRecord[]): Promise<void> {
  const rows = records.map(({ steps, figures, author, ...record }) => {
    const last = steps.at(-1)!
    const at = (...actions: string[]) => steps.find(step => actions.includes(step.action))?.at
    const submitted = at('approve')
    return {
      ...record,
      state: last.state,
      deskId: last.deskId,
      returnedBy: last.action === 'return' ? last.unitId : null,
      figures: figures.length,
      authorId: author.id,
      authorName: author.name,
      editedName: last.by.name,
      sentAt: at('send', 'approve'),
      submittedAt: submitted,
      arrivedAt: steps.findLast(step => step.action === 'approve' || step.action === 'forward')?.at,
      acceptedAt: ['returned', 'withdrawn', 'review', 'draft'].includes(last.state)
        ? undefined
        : at('accept', 'forward', 'adopt', 'keep'),
      version: steps.length - 1,
      createdAt: steps[0]!.at,
      updatedAt: last.at,
    }
  })
  await tx.execute(sql`insert into report (id, unit_id, scope_path, campaign_id, task_id, period_no, title, body, type,
      start_day, place, partners, state, desk_id, returned_by, figures, created_by, created_name, edited_name, sent_at, submitted_at,
      arrived_at, accepted_at, version, created_at, updated_at)
    select id, "unitId", '', "campaignId", "taskId", "periodNo", title, body, type, "startDay", place, partners, state,
      "deskId", "returnedBy", figures, "authorId", "authorName", "editedName", "sentAt", "submittedAt", "arrivedAt", "acceptedAt",
      version, "createdAt", "updatedAt"
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, "unitId" uuid, "campaignId" uuid, "taskId" uuid,
      "periodNo" int, title text, body text, type text, "startDay" date, place text, partners jsonb, state text,
      "deskId" uuid, "returnedBy" uuid, figures int, "authorId" text, "authorName" text, "editedName" text, "sentAt" timestamptz,
      "submittedAt" timestamptz, "arrivedAt" timestamptz, "acceptedAt" timestamptz, version int,
      "createdAt" timestamptz, "updatedAt" timestamptz)`)
}

async function insertParts(tx: Database, records: readonly ReportRecord[]): Promise<void> {
  const steps = records.flatMap(({ id, steps: its }) =>
    its.map(({ by, column, ...step }, at) => ({
      ...{ reportId: id, seq: at + 1, byId: by.id, byName: by.name, details: column ? { column } : {} },
      ...step,
    })),
  )
  await tx.execute(sql`insert into report_step (report_id, seq, action, state, by_id, by_name, unit_id, desk_id, reason,
      details, at)
    select "reportId", seq, action, state, "byId", "byName", "unitId", "deskId", reason, details, at
    from json_to_recordset(${JSON.stringify(steps)}::json) as x("reportId" uuid, seq int, action text, state text,
      "byId" text, "byName" text, "unitId" uuid, "deskId" uuid, reason text, details jsonb, at timestamptz)`)
  const figures = records.flatMap(({ id, figures: its }) =>
    its.map((figure, position) => ({ ...figure, reportId: id, id: randomUUID(), position })),
  )
  await tx.execute(sql`insert into report_figure (id, report_id, position, measure, value, unit, qualifier, of, surface)
    select id, "reportId", position, measure, value, unit, qualifier, of, surface
    from json_to_recordset(${JSON.stringify(figures)}::json) as x(id uuid, "reportId" uuid, position int, measure text,
      value numeric, unit text, qualifier text, of text, surface text)`)
  const adoptions = records.flatMap(({ id, title, body, steps: its }) =>
    its
      .filter(step => step.action === 'adopt')
      .map(({ by, unitId, column, at }) => ({
        ...{ id: randomUUID(), reportId: id, unitId, column, title, body, byId: by.id, byName: by.name, at },
      })),
  )
  await tx.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, by_id, by_name, at)
    select id, "reportId", "unitId", "column", title, body, "byId", "byName", at
    from json_to_recordset(${JSON.stringify(adoptions)}::json) as x(id uuid, "reportId" uuid, "unitId" uuid,
      "column" text, title text, body text, "byId" text, "byName" text, at timestamptz)`)
}

/** What happened to a unit in a campaign, out of the tables it stands in. A revoked adoption has never been there. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ScoreEvent, ScoreSource } from '../../contract/index.ts'
import { standing } from '../standing-reports.ts'

export type SourcedEvent = { readonly event: ScoreEvent; readonly source: ScoreSource }
type Of = { readonly campaignId: string; readonly unitId: string }

const day = (column: SQL): SQL => sql`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
/** The unit lead put their name under it; what was handed in without is not signed. */
const signed = sql`exists (select from report_step s where s.report_id = r.id and s.action = 'approve')`
const ofUnit = ({ campaignId, unitId }: Of): SQL =>
  sql`r.unit_id = ${unitId} and r.campaign_id = ${campaignId}`

/**
 * All events of a unit, in no order. `today` tells which tasks are overdue. Read for somebody, desks above them have
 * neither kind nor name.
 */
export async function readEvents(tx: Database, of: Of, today: string): Promise<SourcedEvent[]> {
  return [
    ...(await readReports(tx, of)),
    ...(await readAdoptions(tx, of)),
    ...(await readAbove(tx, of)),
    ...(await readInstructions(tx, of)),
    ...(await readCommissions(tx, of)),
    ...(await readItems(tx, of, today)),
  ]
}

async function readReports(tx: Database, of: Of): Promise<SourcedEvent[]> {
  const rows = await rowsOf<{ id: string; day: string; signed: boolean }>(
    tx,
    sql`select r.id, ${day(sql`r.submitted_at`)} as day, ${signed} as signed from report r
      where ${ofUnit(of)} and r.submitted_at is not null
        and ${standing}`,
  )
  return rows.map(row => ({
    event: { kind: 'reported', id: `report:${row.id}`, day: row.day, reportId: row.id, signed: row.signed },
    source: {},
  }))
}

async function readAdoptions(tx: Database, of: Of): Promise<SourcedEvent[]> {
  type Row = {
    id: string
    reportId: string
    day: string
    signed: boolean
    at: string
    deskId: string
    deskName: string | null
    column: string
    columnName: string | null
    units: number
  }
  const rows = await rowsOf<Row>(
    tx,
    sql`select a.id, r.id as "reportId", ${day(sql`a.at`)} as day, ${signed} as signed, coalesce(d.kind, '') as at,
        a.unit_id as "deskId", d.name as "deskName", a.column_key as column,
        (select c ->> 'name' from campaign k, jsonb_array_elements(k.pack -> 'reporting' -> 'columns') c
          where k.id = r.campaign_id and c ->> 'id' = a.column_key limit 1) as "columnName",
        case when a.composite_id is null then 1 else (select count(distinct o.unit_id)::int from adoption b
          join report o on o.id = b.report_id where b.composite_id = a.composite_id and b.revoked_at is null) end as units
      from report r join adoption a on a.report_id = r.id left join unit d on d.id = a.unit_id
      where ${ofUnit(of)} and a.revoked_at is null`,
  )
  return rows.map(({ id, reportId, day: on, signed: isSigned, at, column, units, ...row }) => ({
    event: { kind: 'adopted', id: `adoption:${id}`, day: on, reportId, signed: isSigned, at, column, units },
    source: {
      adoptionId: id,
      deskId: row.deskId,
      ...(row.deskName === null ? {} : { deskName: row.deskName }),
      columnName: row.columnName ?? column,
    },
  }))
}

async function readAbove(tx: Database, of: Of): Promise<SourcedEvent[]> {
  type Row = {
    id: string
    reportId: string
    day: string
    signed: boolean
    bulletin: string
    bulletinName: string
    form: string | null
    formName: string | null
    issue: string
  }
  const rows = await rowsOf<Row>(
    tx,
    sql`select o.id, r.id as "reportId", o.day::text as day, ${signed} as signed, o.bulletin,
        o.bulletin_name as "bulletinName", o.form, o.form_name as "formName", o.issue
      from report r join outside_adoption o on o.report_id = r.id
      where ${ofUnit(of)} and o.revoked_at is null`,
  )
  return rows.map(({ id, bulletinName, formName, issue, ...row }) => ({
    event: { ...row, kind: 'above', id: `above:${id}` },
    source: {
      outsideAdoptionId: id,
      bulletinName,
      ...(formName ? { formName } : {}),
      ...(issue ? { issue } : {}),
    },
  }))
}

async function readInstructions(tx: Database, of: Of): Promise<SourcedEvent[]> {
  type Row = {
    id: string
    reportId: string
    day: string
    signed: boolean
    leader: string
    leaderName: string
    office: string
  }
  const rows = await rowsOf<Row>(
    tx,
    sql`select i.id, r.id as "reportId", i.day::text as day, ${signed} as signed, i.leader,
        i.leader_name as "leaderName", i.office
      from report r join instruction i on i.report_id = r.id where ${ofUnit(of)} and i.revoked_at is null`,
  )
  return rows.map(({ id, leaderName, office, ...row }) => ({
    event: { ...row, kind: 'instruction', id: `instruction:${id}` },
    source: { instructionId: id, leaderName, office },
  }))
}

/** Delivered after its day it is neither done in time nor missed. */
async function readCommissions(tx: Database, { campaignId, unitId }: Of): Promise<SourcedEvent[]> {
  type Row = { id: string; title: string; dueDay: string; done: string | null; reportId: string | null }
  const rows = await rowsOf<Row>(
    tx,
    sql`select c.id, c.title, c.due_day::text as "dueDay", c.report_id as "reportId",
        case when c.state = 'done' then ${day(sql`c.settled_at`)} end as done
      from commission c where c.unit_id = ${unitId} and c.campaign_id = ${campaignId}
        and (c.state = 'missed' or (c.state = 'done' and not c.late and c.settled_at is not null))`,
  )
  return rows.map(({ id, title, dueDay, done, reportId }) => ({
    event:
      done === null
        ? { kind: 'commission-missed', id: `commission:${id}`, day: dueDay, reportId }
        : { kind: 'commission-done', id: `commission:${id}`, day: done, reportId },
    source: { commissionId: id, commissionTitle: title, dueDay },
  }))
}

/** 迟报 and 漏报: periods of tasks done after their deadline, and required ones that were due and have nothing. */
async function readItems(tx: Database, { campaignId, unitId }: Of, today: string): Promise<SourcedEvent[]> {
  type Row = {
    itemId: string
    taskId: string
    taskName: string
    periodNo: number
    periodName: string
    dueDay: string
    handedDay: string | null
    reportId: string | null
  }
  const rows = await rowsOf<Row>(
    tx,
    sql`select i.id as "itemId", t.id as "taskId", t.name as "taskName", p.no as "periodNo", p.name as "periodName",
        p.due_day::text as "dueDay", handed.day::text as "handedDay", handed.report_id as "reportId"
      from item i join task t on t.id = i.task_id
        join lateral (select q.*, row_number() over (order by q.no)::int as at from task_period q
          where q.task_id = t.id) p on true
        left join lateral (select proof.day, proof.report_id from (
            select (r.submitted_at at time zone 'Asia/Shanghai')::date as day, r.id as report_id from report r
              where r.task_id = t.id and r.unit_id = i.unit_id and r.period_no = p.no and r.accepted_at is not null
                and (t.types = '{}' or r.type = any (t.types))
            union all
            select m.day, null from imported_proof m
              where m.task_id = t.id and m.unit_id = i.unit_id and m.period_no = p.no) proof
          order by proof.day, proof.report_id limit 1 offset t.needed - 1) handed on true
      where i.unit_id = ${unitId} and i.campaign_id = ${campaignId} and not t.dropped
        and (substr(i.states, p.at, 1) = 'l'
          or (substr(i.states, p.at, 1) = '.' and t.required and i.bound and p.due_day < ${today}::date))`,
  )
  return rows.map(({ itemId, handedDay, reportId, ...source }) => ({
    event:
      handedDay === null
        ? { kind: 'omitted', id: `item:${itemId}:${source.periodNo}`, day: source.dueDay, reportId: null }
        : { kind: 'late', id: `item:${itemId}:${source.periodNo}`, day: handedDay, reportId },
    source,
  }))
}

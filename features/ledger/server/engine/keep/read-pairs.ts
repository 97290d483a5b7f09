/** What stands for units under a task: read after their pairs were taken, with their items held. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ItemNow, KeptEvidence, Pair, Plan, PlanProof, PlanReport } from './keep.types.ts'

/** Takes up to `limit` pairs of a task out of what is due; those that somebody is just noting are left to the next time. */
export async function takeDue(tx: Database, taskId: string, limit: number): Promise<string[]> {
  const rows = await rowsOf<{ unitId: string }>(
    tx,
    sql`delete from ledger_due where task_id = ${taskId} and unit_id in (
        select unit_id from ledger_due where task_id = ${taskId} order by unit_id limit ${limit} for update skip locked)
      returning unit_id as "unitId"`,
  )
  return rows.map(({ unitId }) => unitId)
}

export async function readPairs(tx: Database, plan: Plan, unitIds: readonly string[]): Promise<Pair[]> {
  const units = sql`(select x::uuid from json_array_elements_text(${JSON.stringify(unitIds)}::json) x)`
  const items = plan.matterId === null ? [] : await holdItems(tx, plan.matterId, units)
  const bound = await rowsOf<{ unitId: string; bound: boolean }>(
    tx,
    sql`select unit_id as "unitId", bound from item where task_id = ${plan.taskId} and unit_id in ${units}`,
  )
  const reports = await readReports(tx, plan.taskId, units)
  const proofs = await rowsOf<PlanProof>(
    tx,
    sql`select unit_id as "unitId", period_no as "periodNo", day::text as day from imported_proof
      where task_id = ${plan.taskId} and unit_id in ${units}`,
  )
  const evidence = items.length ? await readEvidence(tx, plan.matterId!, units) : []
  const [reportsOf, proofsOf, evidenceOf] = [
    Map.groupBy(reports, ({ unitId }) => unitId),
    Map.groupBy(proofs, ({ unitId }) => unitId),
    Map.groupBy(evidence, ({ itemId }) => itemId),
  ]
  const itemOf = new Map(items.map(item => [item.unitId, item]))
  return bound.map(({ unitId, bound }) => {
    const item = itemOf.get(unitId) ?? null
    return {
      ...{ unitId, bound, item },
      reports: reportsOf.get(unitId) ?? [],
      proofs: proofsOf.get(unitId) ?? [],
      evidence: (item && evidenceOf.get(item.id)) ?? [],
    }
  })
}

function ofMatter(matterId: string, units: SQL): SQL {
  return sql`i.matter_id = ${matterId} and i.parent_id is null and i.unit_id in ${units}`
}

/** Held in the order in which others hold several of them. */
async function holdItems(tx: Database, matterId: string, units: SQL): Promise<ItemNow[]> {
  await tx.execute(
    sql`select 1 from ledger_item i where ${ofMatter(matterId, units)} order by i.id for update of i`,
  )
  return rowsOf<ItemNow>(
    tx,
    sql`select i.id, i.unit_id as "unitId", i.keeper_id as "keeperId", i.title, i.basis,
        (select p.unit_id from ledger_party p where p.item_id = i.id and p.part = 'lead' limit 1) as "leadId",
        i.start_day::text as "startDay", i.due_day::text as "dueDay", i.near_day::text as "nearDay", i.milestones,
        i.milestone_day::text as "milestoneDay", i.percent, i.fed_back_day::text as "fedBackDay", i.state, i.reopened,
        i.state = 'cancelled' and coalesce((select s.by_id = '' from ledger_step s
          where s.item_id = i.id and s.action = 'cancel' order by s.id desc limit 1), false) as "cancelledByProgram"
      from ledger_item i where ${ofMatter(matterId, units)}`,
  )
}

function readReports(tx: Database, taskId: string, units: SQL): Promise<PlanReport[]> {
  return rowsOf<PlanReport>(
    tx,
    sql`select r.id, r.unit_id as "unitId", r.period_no as "periodNo", r.type, r.title,
        r.state not in ('draft', 'review', 'returned', 'withdrawn') as stands, r.accepted_at is not null as accepted,
        (r.submitted_at at time zone 'Asia/Shanghai')::date::text as day,
        (select to_char(min(a.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from adoption a
          where a.report_id = r.id and a.revoked_at is null) as "adoptedAt"
      from report r where r.task_id = ${taskId} and r.unit_id in ${units} and r.sent_at is not null
      order by r.submitted_at, r.id`,
  )
}

function readEvidence(tx: Database, matterId: string, units: SQL): Promise<KeptEvidence[]> {
  return rowsOf<KeptEvidence>(
    tx,
    sql`select e.id, e.item_id as "itemId", e.report_id as "reportId", e.withdrawn_at is null as stands,
        e.added_by = '' as "byProgram", e.withdrawn_why as "withdrawnWhy"
      from ledger_evidence e join ledger_item i on i.id = e.item_id where ${ofMatter(matterId, units)}`,
  )
}

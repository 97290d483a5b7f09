/** Writes what became of items of a work ledger, all of a batch in a few statements. */
import { randomUUID } from 'node:crypto'
import { localDay, localInstant } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { lightOfItem } from '../../../contract/index.ts'
import { keepLights } from '../keep-lights.ts'
import type { Kept, KeptItem, Plan } from './keep.types.ts'

export type Moment = { readonly now: Date; readonly today: string }

/** The matter of a task in its ledger; numbers of a ledger are taken one after the other. */
export async function ensureMatter(tx: Database, plan: Plan, { now }: Moment): Promise<string> {
  if (plan.matterId !== null) {
    await tx.execute(
      sql`update ledger_matter set title = ${plan.title} where id = ${plan.matterId} and title <> ${plan.title}`,
    )
    return plan.matterId
  }
  await tx.execute(sql`select 1 from ledger where id = ${plan.ledgerId} for update`)
  const [there] = await rowsOf<{ id: string }>(
    tx,
    sql`select id from ledger_matter where ledger_id = ${plan.ledgerId} and task_id = ${plan.taskId}`,
  )
  if (there) return there.id
  const [made] = await rowsOf<{ id: string }>(
    tx,
    sql`with numbered as (update ledger set last_no = last_no + 1 where id = ${plan.ledgerId} returning id, last_no)
      insert into ledger_matter (id, ledger_id, no, title, task_id, created_by, created_name, created_at)
        select ${randomUUID()}, id, last_no, ${plan.title}, ${plan.taskId}, '', '', ${now.toISOString()} from numbered
      returning id`,
  )
  return made!.id
}

const columns = sql`id uuid, "unitId" uuid, "keeperId" uuid, title text, basis text, "startDay" date, "dueDay" date,
  "nearDay" date, milestones jsonb, "milestoneDay" date, percent int, "fedBackDay" date, state text, "dispatchedAt" timestamptz`

/** What was to be done before the ledger knew of it dates from the day it was to begin. */
function dispatchedAt({ startDay }: KeptItem, { now }: Moment): Date {
  const begun = localInstant(startDay, '00:00')
  return begun < now ? begun : now
}

export async function insertItems(
  tx: Database,
  plan: Plan,
  matterId: string,
  items: readonly KeptItem[],
  moment: Moment,
): Promise<void> {
  if (!items.length) return
  const rows = items.map(item => ({ ...item, dispatchedAt: dispatchedAt(item, moment).toISOString() }))
  await tx.execute(sql`insert into ledger_item (id, matter_id, ledger_id, kind, task_id, title, unit_id, scope_path,
      keeper_id, measure, basis, milestones, start_day, due_day, near_day, milestone_day, percent, fed_back_day, state,
      dispatched_at, acknowledged_at, updated_at)
    select n.id, ${matterId}, ${plan.ledgerId}, 'work', ${plan.taskId}, n.title, n."unitId", '', n."keeperId",
      ${plan.measure}, n.basis, n.milestones, n."startDay", n."dueDay", n."nearDay", n."milestoneDay", n.percent,
      n."fedBackDay", n.state, n."dispatchedAt", case when n.state = 'doing' then n."dispatchedAt" end,
      ${moment.now.toISOString()}
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(${columns})`)
  await writeLeads(tx, items)
  const lights = rows.map(row => {
    const fromDay = localDay(new Date(row.dispatchedAt))
    return {
      id: row.id,
      fromDay,
      light: lightOfItem({ ...row, milestoneDay: null, fedBackDay: null }, fromDay),
    }
  })
  await tx.execute(sql`insert into ledger_light (item_id, from_day, light) select l.id, l."fromDay", l.light
    from json_to_recordset(${JSON.stringify(lights)}::json) as l(id uuid, "fromDay" date, light text)`)
}

export async function updateItems(
  tx: Database,
  kept: readonly Kept[],
  { now, today }: Moment,
): Promise<void> {
  if (!kept.length) return
  const at = now.toISOString()
  const rows = kept.map(({ after }) => after)
  await tx.execute(sql`update ledger_item i set title = n.title, basis = n.basis, keeper_id = n."keeperId",
      start_day = n."startDay", due_day = n."dueDay", near_day = n."nearDay", milestones = n.milestones,
      milestone_day = n."milestoneDay", percent = n.percent, fed_back_day = n."fedBackDay", state = n.state,
      cancelled_at = case when n.state <> 'cancelled' then null else coalesce(i.cancelled_at, ${at}) end,
      updated_at = ${at}, version = i.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(${columns}) where i.id = n.id`)
  const led = kept.filter(({ before, after }) => before!.leadId !== after.leadId).map(({ after }) => after)
  if (led.length)
    await tx.execute(sql`delete from ledger_party where part = 'lead' and item_id in
      (select x::uuid from json_array_elements_text(${JSON.stringify(led.map(({ id }) => id))}::json) x)`)
  await writeLeads(tx, led)
  const turns = kept.map(({ before, after }) => ({ id: after.id, before: before!, after }))
  await keepLights(tx, turns, today)
}

async function writeLeads(tx: Database, items: readonly KeptItem[]): Promise<void> {
  const led = items.filter(({ leadId }) => leadId !== null).map(({ id, leadId }) => ({ id, leadId }))
  if (!led.length) return
  await tx.execute(sql`insert into ledger_party (item_id, unit_id, scope_path, part)
    select p.id, p."leadId", '', 'lead' from json_to_recordset(${JSON.stringify(led)}::json) as p(id uuid, "leadId" uuid)
    on conflict do nothing`)
}

/** The story, and the proof: of what was done before the ledger knew of it under the day it was done. */
export async function writeStory(tx: Database, kept: readonly Kept[], moment: Moment): Promise<void> {
  const at = ({ concluded }: Kept): string => concluded ?? moment.now.toISOString()
  const steps = kept.flatMap(keeping =>
    keeping.steps.map(({ action, words, details }) => ({
      id: keeping.after.id,
      at:
        action === 'dispatch' && keeping.before === null
          ? dispatchedAt(keeping.after, moment).toISOString()
          : at(keeping),
      ...{ action, state: keeping.after.state, words, details },
    })),
  )
  if (steps.length)
    await tx.execute(sql`insert into ledger_step (item_id, at, action, state, by_id, by_name, words, details)
      select s.id, s.at, s.action, s.state, '', '', s.words, s.details
      from json_to_recordset(${JSON.stringify(steps)}::json)
        as s(id uuid, at timestamptz, action text, state text, words text, details jsonb)`)
  const proof = kept.flatMap(keeping =>
    keeping.prove.map(({ id, title }) => ({
      itemId: keeping.after.id,
      reportId: id,
      title,
      at: at(keeping),
    })),
  )
  if (proof.length)
    await tx.execute(sql`insert into ledger_evidence (id, item_id, report_id, name, added_by, added_name, added_at)
      select gen_random_uuid(), p."itemId", p."reportId", p.title, '', '', p.at
      from json_to_recordset(${JSON.stringify(proof)}::json)
        as p("itemId" uuid, "reportId" uuid, title text, at timestamptz)`)
  await turnEvidence(tx, kept, moment)
}

async function turnEvidence(tx: Database, kept: readonly Kept[], { now }: Moment): Promise<void> {
  const [drop, restore] = [kept.flatMap(each => each.drop), kept.flatMap(each => each.restore)]
  const listed = (ids: readonly string[]) =>
    sql`(select x::uuid from json_array_elements_text(${JSON.stringify(ids)}::json) x)`
  if (drop.length)
    await tx.execute(sql`update ledger_evidence set withdrawn_at = coalesce(withdrawn_at, ${now.toISOString()}),
      withdrawn_why = 'task' where id in ${listed(drop)}`)
  if (restore.length)
    await tx.execute(
      sql`update ledger_evidence set withdrawn_at = null, withdrawn_why = null where id in ${listed(restore)}`,
    )
}

/** Stages, tasks and periods of a campaign, as its pack has them now. */
import { randomUUID } from 'node:crypto'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Pack, PackTask } from '../../contract/index.ts'
import { cutPeriods } from './cut-periods.ts'
import { namedUnits } from './group-units.ts'

const shortLength = 8

/**
 * Writes what differs, and nothing else: the ledger binds anew whatever is written. What is no longer in the pack goes; a
 * task stays as `dropped`, a period while reports need it.
 */
export async function writePlan(
  tx: Database,
  campaignId: string,
  pack: Pack,
  units: ReadonlyMap<string, string>,
): Promise<void> {
  const stages = await writeStages(tx, campaignId, pack)
  const tasks = await writeTasks(tx, campaignId, pack, { stages, units })
  await writePeriods(tx, pack, tasks)
}

async function writeStages(
  tx: Database,
  campaignId: string,
  { campaign }: Pack,
): Promise<Map<string, string>> {
  const rows = (campaign.stages ?? []).map(({ id: key, name, purpose = null, from, to }, position) => ({
    ...{ id: randomUUID(), key, position, name, purpose, from, to },
  }))
  const json = JSON.stringify(rows)
  await tx.execute(sql`delete from stage where campaign_id = ${campaignId}
    and key not in (select x.key from json_to_recordset(${json}::json) as x(key text))`)
  await tx.execute(sql`insert into stage (id, campaign_id, key, position, name, purpose, from_day, to_day)
      select x.id, ${campaignId}, x.key, x.position, x.name, x.purpose, x."from", x."to"
      from json_to_recordset(${json}::json) as x(id uuid, key text, position int, name text, purpose text,
        "from" date, "to" date)
      on conflict (campaign_id, key) do update set position = excluded.position, name = excluded.name,
        purpose = excluded.purpose, from_day = excluded.from_day, to_day = excluded.to_day
        where (stage.position, stage.name, stage.purpose, stage.from_day, stage.to_day) is distinct from
          (excluded.position, excluded.name, excluded.purpose, excluded.from_day, excluded.to_day)`)
  return idsByKey(tx, sql`select id, key from stage where campaign_id = ${campaignId}`)
}

async function idsByKey(tx: Database, query: SQL): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; key: string }>(tx, query)
  return new Map(rows.map(({ id, key }) => [key, id]))
}

type Links = {
  readonly stages: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, string>
}

async function writeTasks(
  tx: Database,
  campaignId: string,
  pack: Pack,
  links: Links,
): Promise<Map<string, string>> {
  const json = JSON.stringify(pack.tasks.map((task, position) => taskRow(pack, task, position, links)))
  await tx.execute(sql`insert into task (id, campaign_id, stage_id, key, position, name, short, required, kinds, unit_ids, basis,
        purpose, lead, rhythm, needed, types, imported_types, imported_words, dropped)
      select x.id, ${campaignId}, x."stageId", x.key, x.position, x.name, x.short, x.required, x.kinds, x."unitIds",
        x.basis, x.purpose, x.lead, x.rhythm, x.needed, x.types, x."importedTypes", x."importedWords", false
      from json_to_recordset(${json}::json) as x(id uuid, "stageId" uuid, key text, position int, name text,
        short text, required boolean, kinds text[], "unitIds" uuid[], basis text, purpose text, lead text, rhythm text,
        needed int, types text[], "importedTypes" text[], "importedWords" text[])
      on conflict (campaign_id, key) do update set stage_id = excluded.stage_id, position = excluded.position,
        name = excluded.name, short = excluded.short, required = excluded.required, kinds = excluded.kinds,
        unit_ids = excluded.unit_ids, basis = excluded.basis, purpose = excluded.purpose, lead = excluded.lead,
        rhythm = excluded.rhythm, needed = excluded.needed, types = excluded.types,
        imported_types = excluded.imported_types, imported_words = excluded.imported_words, dropped = false
        where (task.stage_id, task.position, task.name, task.short, task.required, task.kinds, task.unit_ids,
          task.basis, task.purpose, task.lead, task.rhythm, task.needed, task.types, task.imported_types,
          task.imported_words, task.dropped) is distinct from (excluded.stage_id, excluded.position, excluded.name,
          excluded.short, excluded.required, excluded.kinds, excluded.unit_ids, excluded.basis, excluded.purpose,
          excluded.lead, excluded.rhythm, excluded.needed, excluded.types, excluded.imported_types,
          excluded.imported_words, false)`)
  await tx.execute(sql`update task set dropped = true where campaign_id = ${campaignId} and not dropped
    and key not in (select x.key from json_to_recordset(${json}::json) as x(key text))`)
  return idsByKey(tx, sql`select id, key from task where campaign_id = ${campaignId} and not dropped`)
}

function taskRow(pack: Pack, task: PackTask, position: number, { stages, units }: Links) {
  const { deadline, done, imported } = task
  return {
    id: randomUUID(),
    stageId: (task.stage && stages.get(task.stage)) ?? null,
    key: task.id,
    position,
    name: task.name,
    short: task.short ?? [...task.name].slice(0, shortLength).join(''),
    required: task.required,
    kinds: task.kinds ?? [],
    unitIds: namedUnits(pack, task.groups, units),
    basis: task.basis ?? null,
    purpose: task.purpose ?? null,
    lead: task.lead ?? null,
    rhythm: 'every' in deadline ? deadline.every : null,
    needed: done.reports,
    types: done.types ?? [],
    importedTypes: imported ? (imported.types ?? []) : null,
    importedWords: imported ? (imported.words ?? []) : null,
  }
}

async function writePeriods(tx: Database, pack: Pack, tasks: ReadonlyMap<string, string>): Promise<void> {
  const rows = pack.tasks.flatMap(task => {
    const stage = pack.campaign.stages?.find(({ id }) => id === task.stage)
    const taskId = tasks.get(task.id)!
    return cutPeriods(task, stage?.from ?? pack.campaign.from).map(period => ({ taskId, ...period }))
  })
  const json = JSON.stringify(rows)
  await tx.execute(sql`insert into task_period (task_id, no, name, from_day, to_day, due_day, lock_day)
    select x."taskId", x.no, x.name, x."fromDay", x."toDay", x."dueDay", x."lockDay"
    from json_to_recordset(${json}::json) as x("taskId" uuid, no int, name text, "fromDay" date, "toDay" date,
      "dueDay" date, "lockDay" date)
    on conflict (task_id, no) do update set name = excluded.name, from_day = excluded.from_day,
      to_day = excluded.to_day, due_day = excluded.due_day, lock_day = excluded.lock_day
      where (task_period.name, task_period.from_day, task_period.to_day, task_period.due_day, task_period.lock_day)
        is distinct from (excluded.name, excluded.from_day, excluded.to_day, excluded.due_day, excluded.lock_day)`)
  const gone = await rowsOf<{ taskId: string; no: number }>(
    tx,
    sql`select p.task_id as "taskId", p.no from task_period p
      where p.task_id in (select json_array_elements_text(${JSON.stringify([...tasks.values()])}::json)::uuid)
        and not exists (select from json_to_recordset(${json}::json) as x("taskId" uuid, no int)
          where x."taskId" = p.task_id and x.no = p.no)`,
  )
  for (const period of gone) await removePeriod(tx, period)
}

const foreignKeyViolation = '23503'

/** A period that reports name stays: what was handed in for it keeps its place. */
async function removePeriod(tx: Database, { taskId, no }: { taskId: string; no: number }): Promise<void> {
  try {
    await tx.transaction(async inner => {
      await inner.execute(sql`delete from task_period where task_id = ${taskId} and no = ${no}`)
    })
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined
    if (cause?.code !== foreignKeyViolation) throw error
  }
}

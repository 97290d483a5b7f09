import { currentCampaigns, findPack, listTasks, lockOf, type UnitTask } from '@jianbao/campaign/server'
import { Problem } from '@jianbao/errors'
import { listHolders, nearestOffice } from '@jianbao/organisation/server'
import { homeOf } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { FormCampaign, FormCommission, FormTask, ReportForm, ReportWords } from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'

type FormUnit = { readonly id: string; readonly name: string; readonly path: string }

/** Everything the form asks for at once, for the unit named or the caller's own. Throws Problem `not-found`. */
export async function getForm(
  tx: Database,
  viewer: Viewer,
  asked: { readonly unitId?: string },
  today: string,
): Promise<ReportForm> {
  const units = await unitsOf(tx, viewer, asked.unitId)
  const unit = asked.unitId ? units.find(({ id }) => id === asked.unitId) : (units[0] ?? null)
  if (!unit) throw new Problem('not-found')
  const { posts } = viewer.person
  const desk = await nearestOffice(tx, ['editor'], unit.path, { above: true })
  const lead = await nearestOffice(tx, ['unit-lead'], unit.path)
  const leads = lead ? await listHolders(tx, ['unit-lead'], lead.id) : []
  return {
    today,
    units: units.map(({ id, name }) => ({ id, name })),
    unitId: unit.id,
    signs: posts.some(post => post.role === 'unit-lead' && unit.path.startsWith(post.path)),
    leads: leads.map(({ name }) => name),
    deskName: desk?.name ?? '',
    campaigns: await campaignsFor(tx, unit, today),
    commissions: await commissionsOf(tx, unit.id),
  }
}

/** The units of the caller's posts as a writer, and one below them when it is asked for. */
async function unitsOf(tx: Database, { scope, person }: Viewer, unitId?: string): Promise<FormUnit[]> {
  const posts = person.posts.filter(({ role }) => role === 'reporter' || role === 'unit-lead')
  const ids = [...new Set([...posts.map(post => post.unitId), ...(unitId ? [unitId] : [])])]
  if (!ids.length) return []
  const home = homeOf(scope)?.unitId
  return rowsOf<FormUnit>(
    tx,
    sql`select id, name, path from unit where id in ${ids} and state = 'active'
      order by id <> ${home ?? ids[0]!}, length(path), path`,
  )
}

async function campaignsFor(tx: Database, unit: FormUnit, today: string): Promise<FormCampaign[]> {
  const campaigns = (await currentCampaigns(tx)).filter(({ scopePath }) => unit.path.startsWith(scopePath))
  const tasks = await listTasks(tx, unit.id, today)
  const counts = await countsOf(tx, unit.id)
  const shown: FormCampaign[] = []
  for (const { id, name } of campaigns) {
    const reporting = (await findPack(tx, id))?.reporting
    if (!reporting) continue
    const own = tasks.filter(task => task.campaignId === id)
    shown.push({
      ...{ id, name, types: reporting.types, measures: reporting.measures },
      tasks: own.map(task => showTask(task, counts)),
      openers: await openersFor(tx, own, unit.id, today),
    })
  }
  return shown
}

type Counts = ReadonlyMap<string, { readonly waiting: number; readonly proven: number }>

function showTask(task: UnitTask, counts: Counts): FormTask {
  const { id, name, required, purpose, needed, types, periods } = task
  return {
    ...{ id, name, required, purpose, needed, types: [...types] },
    periods: periods.map(({ no, name, dueDay, state, lockDay, openUntil }) => ({
      ...{ no, name, dueDay, state, lockDay, openUntil },
      ...(counts.get(`${id} ${no}`) ?? { waiting: 0, proven: 0 }),
    })),
  }
}

async function countsOf(tx: Database, unitId: string): Promise<Counts> {
  const rows = await rowsOf<{ key: string; waiting: number; proven: number }>(
    tx,
    sql`select task_id || ' ' || period_no as key,
        count(*) filter (where state in ('review', 'submitted'))::int as waiting,
        count(*) filter (where state in ('accepted', 'adopted', 'kept'))::int as proven
      from report where unit_id = ${unitId} and task_id is not null and period_no is not null group by 1`,
  )
  return new Map(rows.map(({ key, ...counts }) => [key, counts]))
}

/** They are the same for every locked period of a campaign. */
async function openersFor(
  tx: Database,
  tasks: readonly UnitTask[],
  unitId: string,
  today: string,
): Promise<string[]> {
  for (const task of tasks) {
    const locked = task.periods.find(({ state }) => state === 'locked')
    const lock = locked && (await lockOf(tx, task.id, locked.no, unitId, today))
    if (!lock) continue
    const { unitName, people } = lock.openers
    return people.length ? people.map(name => `${unitName} ${name}`) : [unitName]
  }
  return []
}

function commissionsOf(tx: Database, unitId: string): Promise<FormCommission[]> {
  return rowsOf<FormCommission>(
    tx,
    sql`select id, title, brief, due_day::text as "dueDay", by_name as "byName", campaign_id as "campaignId",
        task_id as "taskId", period_no as "periodNo"
      from commission where unit_id = ${unitId} and state in ('open', 'missed') order by due_day, id limit 50`,
  )
}

/** Words for the keys of every campaign the transaction sees. */
export async function getWords(tx: Database): Promise<ReportWords> {
  type Named = { id: string; name: string }[]
  type Measures = { id: string; name: string; units: string[] }[]
  type Row = { id: string; name: string; types: Named; measures: Measures; columns: Named; tasks: Named }
  const rows = await rowsOf<Row>(
    tx,
    sql`select c.id, c.name, c.pack->'reporting'->'types' as types, c.pack->'reporting'->'measures' as measures,
        c.pack->'reporting'->'columns' as columns,
        (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.position), '[]')
          from task t where t.campaign_id = c.id and not t.dropped) as tasks
      from campaign c where c.state <> 'draft' order by c.from_day desc, c.id limit 50`,
  )
  const names = (all: Named) => all.map(({ id, name }) => ({ id, name }))
  return {
    campaigns: rows.map(row => ({
      ...{ id: row.id, name: row.name, tasks: row.tasks },
      types: names(row.types),
      measures: row.measures.map(({ id, name, units }) => ({ id, name, units })),
      columns: names(row.columns),
    })),
  }
}

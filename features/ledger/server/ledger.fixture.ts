/** Plans and reports as rows, for tests of what is counted of them: no room's routes stand between. */
import { randomUUID } from 'node:crypto'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

export const rootId = '00000000-0000-4000-8000-000000000001'

export type TaskWish = {
  readonly kinds?: readonly string[]
  readonly unitIds?: readonly string[]
  readonly required?: boolean
  readonly needed?: number
  readonly types?: readonly string[]
  readonly rhythm?: 'month' | 'quarter' | null
  readonly importedTypes?: readonly string[] | null
  readonly importedWords?: readonly string[] | null
  readonly name?: string
}
/** Numbered from 1 when `no` is left out. */
export type PeriodWish = {
  readonly due: string
  readonly from?: string
  readonly no?: number
  readonly name?: string
}

const list = (values: readonly string[]) => sql`(select coalesce(array_agg(x), '{}')
  from json_array_elements_text(${JSON.stringify(values)}::json) as x)`

export async function addCampaign(
  db: Database,
  {
    unitId = rootId,
    state = 'open',
    name = '学习教育',
  }: { unitId?: string; state?: string; name?: string } = {},
): Promise<string> {
  const id = randomUUID()
  await db.execute(sql`insert into campaign (id, unit_id, scope_path, key, name, from_day, to_day, state, pack,
      created_at, updated_at)
    values (${id}, ${unitId}, '', ${`k${id.slice(0, 8)}`}, ${name}, '2026-01-01', '2026-12-31', ${state}, '{}', now(), now())`)
  return id
}

export async function addTask(
  db: Database,
  campaignId: string,
  wish: TaskWish,
  periods: readonly PeriodWish[],
): Promise<string> {
  const id = randomUUID()
  const { name = `任务${id.slice(0, 4)}`, importedTypes = null, importedWords = null } = wish
  await db.execute(sql`insert into task (id, campaign_id, key, position, name, short, required, kinds, unit_ids, rhythm,
      needed, types, imported_types, imported_words)
    values (${id}, ${campaignId}, ${`t${id.slice(0, 8)}`}, 0, ${name}, ${name.slice(0, 8)}, ${wish.required ?? true},
      ${list(wish.kinds ?? [])}, ${list(wish.unitIds ?? [])}::uuid[], ${wish.rhythm ?? null}, ${wish.needed ?? 1},
      ${list(wish.types ?? [])}, ${importedTypes === null ? null : list(importedTypes)},
      ${importedWords === null ? null : list(importedWords)})`)
  await addPeriods(db, id, periods)
  return id
}

export async function addPeriods(
  db: Database,
  taskId: string,
  periods: readonly PeriodWish[],
): Promise<void> {
  const rows = periods.map(({ due, from = '2026-01-01', no, name }, at) => ({
    ...{ due, from, no: no ?? at + 1, name: name ?? `第${no ?? at + 1}期` },
  }))
  await db.execute(sql`insert into task_period (task_id, no, name, from_day, to_day, due_day)
    select ${taskId}, p.no, p.name, p."from", p.due, p.due from json_to_recordset(${JSON.stringify(rows)}::json)
      as p(no int, name text, "from" date, due date)`)
}

export type ReportWish = {
  readonly unitId: string
  readonly taskId?: string | null
  readonly periodNo?: number | null
  readonly state?: string
  readonly type?: string | null
  readonly title?: string
  /** When it left its unit. */
  readonly submitted?: string | null
  readonly accepted?: boolean
}

export async function addReport(db: Database, wish: ReportWish): Promise<string> {
  const id = randomUUID()
  const {
    taskId = null,
    state = 'accepted',
    submitted = state === 'draft' ? null : '2026-02-01T02:00:00Z',
  } = wish
  const accepted = wish.accepted ?? ['accepted', 'adopted', 'kept'].includes(state)
  await db.execute(sql`insert into report (id, unit_id, scope_path, task_id, period_no, title, type, state, created_by,
      created_name, edited_name, sent_at, submitted_at, accepted_at, created_at, updated_at)
    values (${id}, ${wish.unitId}, '', ${taskId}, ${taskId && (wish.periodNo ?? 1)}, ${wish.title ?? '稿件'},
      ${wish.type ?? null}, ${state}, 'nobody', '张三', '张三', ${submitted}, ${submitted},
      ${accepted ? (submitted ?? '2026-02-01T02:00:00Z') : null}, now(), now())`)
  return id
}

export async function addUnit(
  db: Database,
  wish: { parentId?: string; kind?: string; name?: string; code?: string },
): Promise<string> {
  const id = randomUUID()
  const { parentId = rootId, kind = 'county', name = `单位${id.slice(0, 6)}`, code = id.slice(0, 8) } = wish
  await db.execute(sql`insert into unit (id, path, parent_id, code, kind, name, search, created_at, updated_at)
    values (${id}, ${id}, ${parentId}, ${code}, ${kind}, ${name}, ${name}, now(), now())`)
  await db.execute(sql`update unit u set path = p.path || u.seq || '/'
    from unit p where p.id = u.parent_id and u.id = ${id}`)
  return id
}

/** The letters of a unit under a task; null: there is no item, `!` before them: it is no longer bound. */
export async function letters(db: Database, taskId: string, unitId: string): Promise<string | null> {
  const [row] = await rowsOf<{ states: string; bound: boolean }>(
    db,
    sql`select states, bound from item where task_id = ${taskId} and unit_id = ${unitId}`,
  )
  return row ? `${row.bound ? '' : '!'}${row.states}` : null
}

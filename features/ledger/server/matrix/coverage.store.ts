/** Items counted by their letters, for all units together or line by line. */
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type Frame, type ItemFilter, itemsOf, type PlanTask } from './read-frame.ts'

/** So many items of a task; the sums are of their periods. */
export type Counted = {
  /** Which line they belong to; empty where all are one. */
  readonly line: string
  readonly taskId: string
  /** Their letters, where they share them; null: the sums stand for them. */
  readonly states: string | null
  readonly count: number
  readonly onTime: number
  readonly late: number
  readonly underWay: number
  readonly silent: number
  readonly near: number
  readonly early: number
  /** Of a single one. */
  readonly itemId: string | null
}

/**
 * Counts `items`, rows of (line, task_id, states), in two steps: equal letters first, their periods then, so that no more
 * comes over than there are cells. Due periods are the first of a task, unless its days are out of order: then its
 * letters come as they are, as those of `lettersOf` do.
 */
function counted(
  tx: Database,
  items: SQL,
  { tasks }: Frame,
  lettersOf: string | undefined,
): Promise<Counted[]> {
  const plan = tasks.map(task => ({
    task: task.id,
    ...lengthsOf(task),
    raw: task.id === lettersOf || !inOrder(task),
  }))
  const due = sql`left(g.states, m.due)`
  const rest = sql`substr(g.states, m.due + 1)`
  const times = (letter: string) =>
    sql`sum(g.n * (length(${due}) - length(replace(${due}, ${letter}, ''))))::int`
  return rowsOf(
    tx,
    sql`select g.line, g.task_id as "taskId", case when m.raw then g.states end as states, sum(g.n)::int as count,
        ${times('d')} as "onTime", ${times('l')} as late, ${times('p')} as "underWay", ${times('.')} as silent,
        sum(g.n * length(translate(left(${rest}, m.near), 'dl', '')))::int as near,
        sum(g.n * (length(${rest}) - length(translate(${rest}, 'dl', ''))))::int as early, null as "itemId"
      from (select line, task_id, states, count(*) as n from (${items}) i group by 1, 2, 3) g
      join json_to_recordset(${JSON.stringify(plan)}::json) as m(task uuid, due int, near int, raw boolean)
        on m.task = g.task_id group by 1, 2, 3`,
  )
}

function lengthsOf({ periods }: PlanTask): { due: number; near: number } {
  const count = (nearness: string) => periods.filter(period => period.nearness === nearness).length
  return { due: count('due'), near: count('near') }
}

const inOrder = ({ periods }: PlanTask): boolean =>
  periods.every(({ dueDay }, at) => at === 0 || periods[at - 1]!.dueDay <= dueDay)

export type Counting = {
  readonly tx: Database
  readonly scope: Scope
  readonly frame: Frame
  readonly filter: ItemFilter
  /** The task whose letters are wanted, and not only what they come to. */
  readonly lettersOf?: string | undefined
}

/** `by`: the column of item `i` that tells lines apart; none: all together. */
export function countItems(
  { tx, scope, frame, filter, lettersOf }: Counting,
  by: SQL = sql`''`,
): Promise<Counted[]> {
  const items = sql`select ${by} as line, i.task_id, i.states from item i where ${itemsOf(scope, frame, filter)}`
  return counted(tx, items, frame, lettersOf)
}

/** How many items bear a letter at a place of their task's letters, from 0. */
export type PeriodCount = {
  readonly taskId: string
  readonly at: number
  readonly letter: string
  readonly count: number
}

export function countPeriods({ tx, scope, frame, filter }: Counting): Promise<PeriodCount[]> {
  return rowsOf<PeriodCount>(
    tx,
    sql`select g.task_id as "taskId", (at - 1)::int as at, letter, sum(g.n)::int as count
      from (select i.task_id, i.states, count(*) as n from item i where ${itemsOf(scope, frame, filter)} group by 1, 2) g
      cross join lateral string_to_table(g.states, null) with ordinality as l(letter, at) group by 1, 2, 3`,
  )
}

export type Stretch = { readonly line: string; readonly path: string }
const stretched = (stretches: readonly Stretch[]): SQL =>
  sql`json_to_recordset(${JSON.stringify(stretches)}::json) as s(line text, path text)`

/** The same of several subtrees, each along its own range of the index. */
export function countStretches(
  { tx, scope, frame, filter, lettersOf }: Counting,
  stretches: readonly Stretch[],
): Promise<Counted[]> {
  if (!stretches.length) return Promise.resolve([])
  const items = sql`select s.line, i.task_id, i.states from ${stretched(stretches)} cross join lateral (
    select i.task_id, i.states from item i where ${itemsOf(scope, frame, filter)}
      and i.scope_path >= s.path and i.scope_path < s.path || '~' offset 0) i`
  return counted(tx, items, frame, lettersOf)
}

/** The items of single units, each for itself. */
export function listItems(
  { tx, scope, frame, filter }: Counting,
  stretches: readonly Stretch[],
): Promise<Counted[]> {
  if (!stretches.length) return Promise.resolve([])
  return rowsOf(
    tx,
    sql`select s.line, i.task_id as "taskId", i.states, 1 as count, 0 as "onTime", 0 as late, 0 as "underWay",
        0 as silent, 0 as near, 0 as early, i.id as "itemId"
      from ${stretched(stretches)} cross join lateral (select i.id, i.task_id, i.states from item i
        where ${itemsOf(scope, frame, filter)} and i.scope_path = s.path offset 0) i`,
  )
}

export type LineUnit = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly path: string
  readonly above: string | null
}

const unitColumns = sql`u.id, u.name, u.kind, u.path, (select a.name from unit a where a.id = u.parent_id) as above`

/** Units right below the frame's with something bound in them or below, in the order of the tree. */
export function listBelow(tx: Database, scope: Scope, frame: Frame, filter: ItemFilter): Promise<LineUnit[]> {
  return rowsOf(
    tx,
    // One step along the index for each: the planner, who knows no ranges of a row, would compare all with all.
    sql`select ${unitColumns} from unit u cross join lateral (
        select from item i where ${itemsOf(scope, frame, filter)}
          and i.scope_path >= u.path and i.scope_path < u.path || '~' limit 1) bound
      where u.parent_id = ${frame.under?.id ?? null} and ${within(scope, sql`u.path`)}
      order by u.position, u.seq`,
  )
}

/** Those of the units that have active ones right below. */
export async function unitsThatOpen(
  tx: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select distinct parent_id as id from unit where state = 'active' and ${within(scope, sql`path`)}
      and parent_id in (select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid)`,
  )
  return new Set(rows.map(row => row.id))
}

/** Units with something bound, one page, those above before those below; and how many there are. */
export async function listSingles(
  tx: Database,
  scope: Scope,
  frame: Frame,
  filter: ItemFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ units: LineUnit[]; total: number }> {
  const path = frame.under?.path ?? ''
  const bound = sql`from unit u where u.path >= ${path} and u.path < ${`${path}~`}
    and exists (select from item i where i.unit_id = u.id and ${itemsOf(scope, frame, filter)})`
  const [counted] = await rowsOf<{ total: number }>(tx, sql`select count(*)::int as total ${bound}`)
  const units = await rowsOf<LineUnit>(
    tx,
    sql`select ${unitColumns} ${bound} order by u.path limit ${limit} offset ${offset}`,
  )
  return { units, total: counted!.total }
}

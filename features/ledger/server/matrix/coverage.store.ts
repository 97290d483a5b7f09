/** Items with their letters, for all units together or line by line. */
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type Frame, type ItemFilter, itemsOf } from './read-frame.ts'
import { between, type Counted, sumLetters } from './sum-letters.ts'

export type Counting = {
  readonly tx: Database
  readonly scope: Scope
  readonly frame: Frame
  readonly filter: ItemFilter
  /** The task whose letters are wanted, and not only what they come to. */
  readonly lettersOf?: string | undefined
}

// The letters come over as they are: the database would take three times as long to count them.
const strung = sql`i.task_id as "taskId", string_agg(i.states, ${sql.raw(`'${between}'`)}) as letters, count(*)::int as count`

/** `by`: the column of item `i` that tells lines apart; none: all together. */
export async function countItems(
  { tx, scope, frame, filter, lettersOf }: Counting,
  by: SQL = sql`''`,
): Promise<Counted[]> {
  return sumLetters(
    await rowsOf(
      tx,
      sql`select ${by} as line, ${strung} from item i where ${itemsOf(scope, frame, filter)} group by 1, 2`,
    ),
    frame.tasks,
    lettersOf,
  )
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
export async function countStretches(
  { tx, scope, frame, filter, lettersOf }: Counting,
  stretches: readonly Stretch[],
): Promise<Counted[]> {
  if (!stretches.length) return []
  return sumLetters(
    await rowsOf(
      tx,
      sql`select s.line, i.* from ${stretched(stretches)} cross join lateral (
        select ${strung} from item i where ${itemsOf(scope, frame, filter)}
          and i.scope_path >= s.path and i.scope_path < s.path || '~' group by 1 offset 0) i`,
    ),
    frame.tasks,
    lettersOf,
  )
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
  // Along the index of items, unit by unit, only as far as the page reaches.
  const paths = sql`select i.scope_path as path from item i where ${itemsOf(scope, frame, filter)} group by 1`
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from (${paths}) bound`,
  )
  const units = await rowsOf<LineUnit>(
    tx,
    sql`select ${unitColumns} from (${paths} order by 1 limit ${limit} offset ${offset}) page
      join unit u on u.path = page.path order by u.path`,
  )
  return { units, total: counted!.total }
}

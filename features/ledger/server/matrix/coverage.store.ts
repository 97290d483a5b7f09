/** Items counted by their letters: how often each string of letters stands under a task. */
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type Frame, type ItemFilter, itemsOf } from './read-frame.ts'

export type Counted = {
  /** Which line it belongs to; empty where all are one. */
  readonly line: string
  readonly taskId: string
  readonly states: string
  readonly count: number
  readonly itemId: string
}

const countedColumns = sql`task_id as "taskId", states, count(*)::int as count, min(id::text) as "itemId"`

/** `by`: the column that tells lines apart; none: all together. */
export function countItems(
  tx: Database,
  scope: Scope,
  frame: Frame,
  filter: ItemFilter,
  by?: SQL,
): Promise<Counted[]> {
  return rowsOf(
    tx,
    sql`select ${by ?? sql`''`} as line, i.task_id as "taskId", i.states, count(*)::int as count,
        '' as "itemId"
      from item i where ${itemsOf(scope, frame, filter)} group by 1, 2, 3`,
  )
}

type Stretch = { readonly line: string; readonly path: string; readonly only: boolean }

/** The same of several parts of the tree, each along its own range of the index. */
export function countStretches(
  tx: Database,
  scope: Scope,
  frame: Frame,
  filter: ItemFilter,
  stretches: readonly Stretch[],
): Promise<Counted[]> {
  if (!stretches.length) return Promise.resolve([])
  return rowsOf(
    tx,
    sql`select s.line, c.* from json_to_recordset(${JSON.stringify(stretches)}::json)
        as s(line text, path text, "only" boolean) cross join lateral (
        select ${countedColumns} from item i where ${itemsOf(scope, frame, filter)}
          and i.scope_path >= s.path and i.scope_path < s.path || case when s."only" then '!' else '~' end
        group by task_id, states) c`,
  )
}

export type LineUnit = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly path: string
  readonly above: string | null
  readonly opens: boolean
}

const unitColumns = sql`u.id, u.name, u.kind, u.path,
  (select a.name from unit a where a.id = u.parent_id) as above,
  exists (select from unit b where b.parent_id = u.id and b.state = 'active') as opens`

/** Units right below the frame's with something bound in them or below, in the order of the tree. */
export function listBelow(tx: Database, scope: Scope, frame: Frame, filter: ItemFilter): Promise<LineUnit[]> {
  return rowsOf(
    tx,
    sql`select ${unitColumns} from unit u where u.parent_id = ${frame.under?.id ?? null}
        and exists (select from item i where ${itemsOf(scope, frame, filter)}
          and i.scope_path >= u.path and i.scope_path < u.path || '~')
      order by u.position, u.seq`,
  )
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

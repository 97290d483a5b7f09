import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Asked } from './behind.store.ts'

export type Reminded = { readonly at: string; readonly by: string | null }

/** Reminders of each period asked for, the newest first, by `behindKey`; `by`: who asked by hand. */
export async function readReminders(
  tx: Database,
  scope: Scope,
  all: readonly Asked[],
): Promise<Map<string, Reminded[]>> {
  if (!all.length) return new Map()
  const rows = await rowsOf<Reminded & { key: string }>(
    tx,
    sql`select m.unit_id || ' ' || m.task_id || ' ' || m.period_no as key, m.by_name as by,
        to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from json_to_recordset(${JSON.stringify(all)}::json) as a("unitId" uuid, "taskId" uuid, "periodNo" int)
      join reminder m on m.unit_id = a."unitId" and m.task_id = a."taskId" and m.period_no = a."periodNo"
      where ${within(scope, sql`m.scope_path`)} order by m.at desc`,
  )
  const byKey = Map.groupBy(rows, row => row.key)
  return new Map([...byKey].map(([key, told]) => [key, told.map(({ at, by }) => ({ at, by }))]))
}

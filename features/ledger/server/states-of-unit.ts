import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

/** How far a unit is with its tasks, by task: one letter for each period in its order, as `item.states` has them. */
export async function statesOfUnit(tx: Database, scope: Scope, unitId: string): Promise<Map<string, string>> {
  const rows = await rowsOf<{ taskId: string; states: string }>(
    tx,
    sql`select i.task_id as "taskId", i.states from item i
      where i.unit_id = ${unitId} and i.bound and ${within(scope, sql`i.scope_path`)}`,
  )
  return new Map(rows.map(({ taskId, states }) => [taskId, states]))
}

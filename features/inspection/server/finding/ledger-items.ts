/** Items of the rectification ledger that findings became, as they stand now. */
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Static } from 'typebox'
import type { FindingItem } from '../../contract/index.ts'

/** By id, those the caller may see. */
export async function viewItems(
  tx: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, Static<typeof FindingItem>>> {
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<Static<typeof FindingItem>>(
    tx,
    sql`select i.id, i.state, i.due_day::text as "dueDay" from ledger_item i
      where i.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
        and ${within(scope, sql`i.scope_path`)}`,
  )
  return new Map(rows.map(row => [row.id, row]))
}

import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ApprovedKind } from '../../contract/index.ts'
import { ofBanks } from './question.store.ts'

/** Approved questions of these banks by type, category and difficulty; banks out of the scope count for nothing. */
export function countKinds(tx: Database, scope: Scope, bankIds: readonly string[]): Promise<ApprovedKind[]> {
  return rowsOf<ApprovedKind>(
    tx,
    sql`select q.type, q.category, q.difficulty, count(*)::int as questions from ${ofBanks}
      where q.bank_id = any(${`{${bankIds.join(',')}}`}::uuid[]) and q.state = 'approved'
        and ${within(scope, sql`b.scope_path`)}
      group by q.type, q.category, q.difficulty
      order by array_position(array['true-false', 'single', 'multiple', 'fill-in'], q.type), q.category,
        array_position(array['easy', 'medium', 'hard'], q.difficulty)`,
  )
}

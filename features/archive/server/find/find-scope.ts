/** The first lock of what search and statistics read. */
import { type Scope, within } from '@jianbao/platform/access'
import { type SQL, sql } from '@jianbao/platform/db'

/** Rows of the scope, and published ones of every unit; `row` is the name of a table that has scope_path and published. */
export function readable(scope: Scope, row: SQL): SQL {
  return sql`(${within(scope, sql`${row}.scope_path`)} or ${row}.published)`
}

/** The same for an issue. */
export function readableIssue(scope: Scope, issue: SQL): SQL {
  return sql`(${within(scope, sql`${issue}.scope_path`)} or ${issue}.published_at is not null)`
}

/** A list of ids as one value: a condition that makes ids of text row by row could use no index under a policy. */
export function idArray(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`
}

/** Rows of cases. Who stands below the unit that keeps one reads it too, once it is approved; a public one is read by all. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { CaseSourceKind, CaseState } from '../contract/index.ts'

type When = string | Date
export type CaseRow = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly path: string
  readonly sourceKind: CaseSourceKind
  readonly articleId: string | null
  readonly issueId: string | null
  readonly reportId: string | null
  readonly sourceTitle: string
  readonly sourceUnit: string
  readonly sourceDay: string | null
  readonly title: string
  readonly why: string
  readonly how: string
  readonly tags: string[]
  readonly state: CaseState
  readonly markedName: string
  readonly markedAt: When
  readonly updatedAt: When
  readonly version: number
}

const columns = sql`c.id, c.unit_id as "unitId",
  (select o.name from offices_by_id(array[c.unit_id]) o) as "unitName", c.scope_path as path,
  c.source_kind as "sourceKind", c.article_id as "articleId", c.issue_id as "issueId", c.report_id as "reportId",
  c.source_title as "sourceTitle", c.source_unit as "sourceUnit", c.source_day::text as "sourceDay", c.title, c.why,
  c.how, c.tags, c.state, c.marked_name as "markedName", c.marked_at as "markedAt", c.updated_at as "updatedAt",
  c.version`

/** Where somebody reads, and the part of it in which they keep cases, and see drafts. */
export type CaseViewer = { readonly scope: Scope; readonly kept: Scope }

/** The first lock. */
export function readableCases({ scope, kept }: CaseViewer): SQL {
  const above = scope.roots.map(({ path }) => sql`starts_with(${path}::text, c.scope_path)`)
  const hanging = above.length ? sql.join(above, sql` or `) : sql`false`
  const path = sql`c.scope_path`
  return sql`(c.state = 'public' or ${within(kept, path)}
    or (c.state = 'approved' and (${within(scope, path)} or ${hanging})))`
}

export function selectCases(tx: Database, viewer: CaseViewer, where: SQL, rest: SQL): Promise<CaseRow[]> {
  return rowsOf<CaseRow>(
    tx,
    sql`select ${columns} from casebook_case c where ${readableCases(viewer)} and ${where} ${rest}`,
  )
}

/** Throws Problem `not-found` for what is not there or not to be seen. */
export async function getCaseRow(tx: Database, viewer: CaseViewer, id: string): Promise<CaseRow> {
  const [row] = await selectCases(tx, viewer, sql`c.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/** One of the scope itself, held against other changes. Throws `not-found`, `changed-meanwhile`. */
export async function holdCase(
  tx: Database,
  scope: Scope,
  { id, version }: { id: string; version: number },
): Promise<CaseRow> {
  const [row] = await rowsOf<CaseRow>(
    tx,
    sql`select ${columns} from casebook_case c where c.id = ${id} and ${within(scope, sql`c.scope_path`)}
      for update`,
  )
  if (!row) throw new Problem('not-found')
  if (row.version !== version) throw new Problem('changed-meanwhile', { name: row.title })
  return row
}

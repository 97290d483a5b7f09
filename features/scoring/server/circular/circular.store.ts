/** Rows of circulars. Who stands below a circular's unit reads it too, once it is issued. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Circular } from '@jianbao/typesetting/contract'
import type { CircularFigures, CircularState } from '../../contract/index.ts'

type Facts = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly path: string
  readonly campaignId: string
  readonly campaignName: string
  readonly period: string
  readonly state: CircularState
  readonly title: string
  readonly docNumber: string
  readonly createdName: string
  readonly updatedAt: string | Date
  readonly issuedAt: string | Date | null
  readonly version: number
}
export type CircularLine = Facts & { readonly reported: number; readonly adopted: number }
export type CircularRow = Facts & {
  readonly opening: string
  readonly closing: string
  readonly date: string | null
  readonly figures: CircularFigures
  readonly document: Circular
  readonly issuedName: string | null
  readonly revokedAt: string | Date | null
  readonly revokedName: string | null
  readonly revokeReason: string | null
}

const facts = sql`c.id, c.unit_id as "unitId", c.figures ->> 'unitName' as "unitName", c.scope_path as path,
  c.campaign_id as "campaignId", c.figures ->> 'campaignName' as "campaignName", c.period, c.state, c.title,
  c.doc_number as "docNumber", c.created_name as "createdName", c.updated_at as "updatedAt",
  c.issued_at as "issuedAt", c.version`

/** Where somebody reads, and the part of it in which they keep circulars, and see drafts. */
export type CircularViewer = { readonly scope: Scope; readonly kept: Scope }

/** The first lock: circulars of the scope, and what was issued by the units it hangs below. */
function readableCirculars({ scope, kept }: CircularViewer): SQL {
  const above = scope.roots.map(({ path }) => sql`starts_with(${path}::text, c.scope_path)`)
  const hanging = above.length ? sql.join(above, sql` or `) : sql`false`
  const path = sql`c.scope_path`
  return sql`(${within(kept, path)} or (c.state <> 'draft' and (${within(scope, path)} or ${hanging})))`
}

export function selectCirculars(
  tx: Database,
  viewer: CircularViewer,
  where: SQL,
  rest: SQL,
): Promise<CircularLine[]> {
  return rowsOf<CircularLine>(
    tx,
    sql`select ${facts}, (c.figures -> 'totals' ->> 'reported')::int as reported,
        (c.figures -> 'totals' ->> 'adopted')::int as adopted
      from circular c where ${readableCirculars(viewer)} and ${where} ${rest}`,
  )
}

export async function countCirculars(tx: Database, viewer: CircularViewer, where: SQL): Promise<number> {
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from circular c where ${readableCirculars(viewer)} and ${where}`,
  )
  return counted!.total
}

const whole = sql`${facts}, c.opening, c.closing, to_char(c.date, 'YYYY-MM-DD') as date, c.figures, c.document,
  c.issued_name as "issuedName", c.revoked_at as "revokedAt", c.revoked_name as "revokedName",
  c.revoke_reason as "revokeReason"`

/** Throws Problem `not-found` for what is not there or not to be seen. */
export async function getCircularRow(
  tx: Database,
  scope: Scope,
  id: string,
  kept: Scope = scope,
): Promise<CircularRow> {
  const [row] = await rowsOf<CircularRow>(
    tx,
    sql`select ${whole} from circular c where c.id = ${id} and ${readableCirculars({ scope, kept })}`,
  )
  if (!row) throw new Problem('not-found')
  return row
}

/** One of the scope itself, held against other changes. Throws `not-found`, `changed-meanwhile`. */
export async function holdCircular(
  tx: Database,
  scope: Scope,
  { id, version }: { id: string; version: number },
): Promise<CircularRow> {
  const [row] = await rowsOf<CircularRow>(
    tx,
    sql`select ${whole} from circular c where c.id = ${id} and ${within(scope, sql`c.scope_path`)} for update`,
  )
  if (!row) throw new Problem('not-found')
  if (row.version !== version) throw new Problem('changed-meanwhile', { name: row.title })
  return row
}

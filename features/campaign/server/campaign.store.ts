/** Rows of campaigns. Who stands below a campaign's unit reads it too, once it is no draft. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { CampaignState, Pack } from '../contract/index.ts'

export type CampaignRow = {
  readonly id: string
  readonly unitId: string
  readonly scopePath: string
  readonly key: string
  readonly name: string
  readonly fromDay: string
  readonly toDay: string
  readonly state: CampaignState
  readonly pack: Pack
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
}

export const isoDay = (column: SQL): SQL => sql`to_char(${column}, 'YYYY-MM-DD')`
export const isoInstant = (column: SQL): SQL =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export const campaignColumns = sql`c.id, c.unit_id as "unitId", c.scope_path as "scopePath", c.key, c.name,
  ${isoDay(sql`c.from_day`)} as "fromDay", ${isoDay(sql`c.to_day`)} as "toDay", c.state, c.pack, c.version,
  ${isoInstant(sql`c.created_at`)} as "createdAt", ${isoInstant(sql`c.updated_at`)} as "updatedAt"`

/** The first lock of the plan: campaigns of the scope, and those it hangs below that are no drafts. */
export function readable(scope: Scope): SQL {
  const above = scope.roots.map(({ path }) => sql`starts_with(${path}::text, c.scope_path)`)
  const hanging = above.length ? sql.join(above, sql` or `) : sql`false`
  return sql`(${within(scope, sql`c.scope_path`)} or (c.state <> 'draft' and (${hanging})))`
}

export async function findCampaign(tx: Database, scope: Scope, id: string): Promise<CampaignRow | null> {
  const [row] = await rowsOf<CampaignRow>(
    tx,
    sql`select ${campaignColumns} from campaign c where c.id = ${id} and ${readable(scope)}`,
  )
  return row ?? null
}

/** Throws Problem `not-found`. */
export async function getCampaignRow(tx: Database, scope: Scope, id: string): Promise<CampaignRow> {
  const row = await findCampaign(tx, scope, id)
  if (!row) throw new Problem('not-found')
  return row
}

/** One of the scope itself, held until the transaction ends. Throws `not-found`, `changed-meanwhile`. */
export async function holdCampaign(
  tx: Database,
  scope: Scope,
  id: string,
  version?: number,
): Promise<CampaignRow> {
  const [row] = await rowsOf<CampaignRow>(
    tx,
    sql`select ${campaignColumns} from campaign c where c.id = ${id} and ${within(scope, sql`c.scope_path`)}
      for update`,
  )
  if (!row) throw new Problem('not-found')
  if (version !== undefined && row.version !== version)
    throw new Problem('changed-meanwhile', { name: row.name })
  return row
}

/** The one a unit loaded from a pack with this key, held until the transaction ends. */
export async function holdCampaignOfKey(
  tx: Database,
  scope: Scope,
  unitId: string,
  key: string,
): Promise<CampaignRow | null> {
  const [row] = await rowsOf<CampaignRow>(
    tx,
    sql`select ${campaignColumns} from campaign c
      where c.unit_id = ${unitId} and c.key = ${key} and ${within(scope, sql`c.scope_path`)} for update`,
  )
  return row ?? null
}

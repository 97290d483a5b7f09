/** Rows of draws of the caller's units. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { DrawPlan, DrawState, DrawStepRecord } from '../../contract/draw.ts'

type When = string | Date
export type FrozenStratum = {
  readonly key: string
  readonly name: string
  readonly objects: number
  readonly least: number
}
export type DrawRow = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly path: string
  readonly campaignId: string | null
  readonly campaignName: string | null
  readonly name: string
  readonly state: DrawState
  readonly count: number
  readonly objects: number | null
  readonly inspectors: number | null
  readonly strata: FrozenStratum[]
  readonly registerHash: string | null
  readonly seedHash: string | null
  readonly seed: string | null
  readonly contribution: string | null
  readonly committedAt: When | null
  readonly drawnAt: When | null
  readonly voidedAt: When | null
  readonly voidReason: string | null
  readonly updatedAt: When
  readonly version: number
}

const columns = sql`d.id, d.unit_id as "unitId",
  (select o.name from offices_by_id(array[d.unit_id]) o) as "unitName", d.scope_path as path,
  d.campaign_id as "campaignId", (select c.name from campaign c where c.id = d.campaign_id) as "campaignName", d.name,
  d.state, d.count, d.objects, d.inspectors, d.strata, d.register_hash as "registerHash", d.seed_hash as "seedHash",
  d.seed, d.contribution, d.committed_at as "committedAt", d.drawn_at as "drawnAt", d.voided_at as "voidedAt",
  d.void_reason as "voidReason", d.updated_at as "updatedAt", d.version`

/** The first lock: draws of the caller's units, though everybody may see those that are committed. */
export const ownDraws = (scope: Scope): SQL => within(scope, sql`d.scope_path`)

export function selectDraws(tx: Database, scope: Scope, where: SQL, rest: SQL): Promise<DrawRow[]> {
  return rowsOf<DrawRow>(
    tx,
    sql`select ${columns} from inspection_draw d where ${ownDraws(scope)} and ${where} ${rest}`,
  )
}

/** Throws Problem `not-found` for what is not there or not the caller's. */
export async function getDrawRow(tx: Database, scope: Scope, id: string): Promise<DrawRow> {
  const [row] = await selectDraws(tx, scope, sql`d.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/** Held against other changes until the end of the transaction. Throws `not-found`, `changed-meanwhile`. */
export async function holdDraw(
  tx: Database,
  scope: Scope,
  { id, version }: { id: string; version: number },
): Promise<DrawRow> {
  const [row] = await selectDraws(tx, scope, sql`d.id = ${id}`, sql`for update`)
  if (!row) throw new Problem('not-found')
  if (row.version !== version) throw new Problem('changed-meanwhile', { name: row.name })
  return row
}

export async function getPlan(tx: Database, scope: Scope, drawId: string): Promise<DrawPlan> {
  const [row] = await rowsOf<{ plan: DrawPlan }>(
    tx,
    sql`select plan from inspection_draw_plan where draw_id = ${drawId} and ${within(scope, sql`scope_path`)}`,
  )
  if (!row) throw new Problem('not-found')
  return row.plan
}

export async function listSteps(tx: Database, drawId: string): Promise<DrawStepRecord[]> {
  const steps = await rowsOf<Omit<DrawStepRecord, 'at'> & { at: When }>(
    tx,
    sql`select at, action, by_name as "byName" from inspection_draw_step where draw_id = ${drawId}
      order by at desc, id desc limit 200`,
  )
  return steps.map(step => ({ ...step, at: new Date(step.at).toISOString() }))
}

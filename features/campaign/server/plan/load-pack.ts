import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type CampaignState, mayDo, type Pack, type PackChange } from '../../contract/index.ts'
import { type CampaignRow, holdCampaignOfKey } from '../campaign.store.ts'
import { comparePacks } from './compare-packs.ts'
import { findGroupUnits, namedUnits } from './group-units.ts'
import { writePlan } from './write-plan.ts'

export type PackLoading = {
  /** Whose campaign it is, or becomes. */
  readonly unitId: string
  readonly pack: Pack
  readonly now: Date
  /** Of a new campaign; a draft when left out. */
  readonly state?: CampaignState
  /** Of the campaign as it was looked at, null when there was none: another one by now is refused. */
  readonly expected?: number | null
}

export type PackLoad = {
  readonly campaignId: string
  readonly fresh: boolean
  readonly version: number
  readonly changes: readonly PackChange[]
}

/**
 * Makes the campaign of a pack that was read and checked, or renews it. The same pack once more changes nothing.
 * Throws `not-found`, `changed-meanwhile`, `campaign-closed`.
 */
export async function loadPack(tx: Database, scope: Scope, loading: PackLoading): Promise<PackLoad> {
  const { unitId, pack, now, state = 'draft', expected } = loading
  const path = await getUnitPath(tx, scope, unitId)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`campaign ${unitId}`}, 0))`)
  const before = await holdCampaignOfKey(tx, scope, unitId, pack.campaign.id)
  if (expected !== undefined && (before?.version ?? null) !== expected)
    throw new Problem('changed-meanwhile', { name: pack.campaign.name })
  if (before && !mayDo('load', before.state)) throw new Problem('campaign-closed', { name: before.name })
  const units = await findGroupUnits(tx, scope, path, pack)
  const changes = await listPackChanges(tx, before, pack, units)
  if (before && !changes.length)
    return { campaignId: before.id, fresh: false, version: before.version, changes }
  const campaignId = before?.id ?? randomUUID()
  const { id: key, name, from, to } = pack.campaign
  const at = now.toISOString()
  const json = JSON.stringify(pack)
  if (before)
    await tx.execute(sql`update campaign set name = ${name}, from_day = ${from}, to_day = ${to},
      pack = ${json}::jsonb, version = version + 1, updated_at = ${at} where id = ${campaignId}`)
  else
    await tx.execute(sql`insert into campaign (id, unit_id, scope_path, key, name, from_day, to_day, state, pack,
        created_at, updated_at)
      values (${campaignId}, ${unitId}, '', ${key}, ${name}, ${from}, ${to}, ${state}, ${json}::jsonb, ${at}, ${at})`)
  await writePlan(tx, campaignId, pack, units)
  return { campaignId, fresh: !before, version: before ? before.version + 1 : 0, changes }
}

/** What loading a pack would change; also units that its groups bind since it was loaded last. */
export async function listPackChanges(
  tx: Database,
  before: Pick<CampaignRow, 'id' | 'pack'> | null,
  pack: Pack,
  units: ReadonlyMap<string, string>,
): Promise<PackChange[]> {
  const changes = comparePacks(before?.pack ?? null, pack)
  if (!before || changes.length) return changes
  const bound = await rowsOf<{ key: string; unitIds: string[] }>(
    tx,
    sql`select key, unit_ids::text[] as "unitIds" from task where campaign_id = ${before.id} and not dropped`,
  )
  const was = new Map(bound.map(({ key, unitIds }) => [key, unitIds.join()]))
  return pack.tasks
    .filter(task => was.get(task.id) !== namedUnits(pack, task.groups, units).join())
    .map(({ id: key, name }) => ({ part: 'units', key, name, change: 'changed', fields: [] }))
}

/** Throws `not-found` for a unit out of the scope. */
export async function getUnitPath(tx: Database, scope: Scope, unitId: string): Promise<string> {
  const [unit] = await rowsOf<{ path: string }>(
    tx,
    sql`select u.path from unit u where u.id = ${unitId} and u.state = 'active' and ${within(scope, sql`u.path`)}`,
  )
  if (!unit) throw new Problem('not-found')
  return unit.path
}

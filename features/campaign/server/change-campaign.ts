import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import { campaignFlow, mayDo } from '../contract/index.ts'
import { holdCampaign, holdCampaignOfKey } from './campaign.store.ts'
import { inYear } from './pack/in-year.ts'
import { loadPack } from './plan/load-pack.ts'

type Change = { readonly id: string; readonly version: number; readonly now: Date }

/** Opens or closes a campaign. Throws `not-found`, `changed-meanwhile`, `not-now`. */
export async function changeState(
  tx: Database,
  scope: Scope,
  action: 'open' | 'close',
  { id, version, now }: Change,
  entry: EntryDraft,
): Promise<void> {
  const row = await holdCampaign(tx, scope, id, version)
  if (!mayDo(action, row.state))
    throw new Problem('not-now', { reason: action === 'open' ? '它已经在进行中。' : '它没有在进行中。' })
  const state = campaignFlow[action].to
  await tx.execute(sql`update campaign set state = ${state}, version = version + 1, updated_at = ${now.toISOString()}
    where id = ${id}`)
  entry.words = row.name
  entry.unitId = row.unitId
  entry.before = { state: row.state }
  entry.after = { state }
}

/** The same plan in another year, as a draft of the same unit. Throws `not-found`, `campaign-exists`. */
export async function renewCampaign(
  tx: Database,
  scope: Scope,
  { id, year, now }: { readonly id: string; readonly year: number; readonly now: Date },
  entry: EntryDraft,
): Promise<string> {
  const row = await holdCampaign(tx, scope, id)
  const pack = inYear(row.pack, year)
  const { name, id: key } = pack.campaign
  if (await holdCampaignOfKey(tx, scope, row.unitId, key)) throw new Problem('campaign-exists', { name, key })
  const { campaignId } = await loadPack(tx, scope, { unitId: row.unitId, pack, now })
  entry.words = name
  entry.unitId = row.unitId
  entry.after = { from: row.name, year }
  return campaignId
}

import { Problem } from '@jianbao/errors'
import { type Person, type Scope, within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import { mayDo, type Pack, type PackCommitment } from '../../contract/index.ts'
import { type CampaignRow, holdCampaign } from '../campaign.store.ts'
import { findGroupUnits, namedUnits } from '../plan/group-units.ts'

type Issue = {
  readonly campaignId: string
  readonly key: string
  readonly by: Pick<Person, 'name'>
  readonly now: Date
}

/** The campaign and the commitment of its plan. Throws `not-found`, `not-now`. */
async function holdBoth(
  tx: Database,
  scope: Scope,
  { campaignId, key }: Pick<Issue, 'campaignId' | 'key'>,
): Promise<{ campaign: CampaignRow; commitment: PackCommitment }> {
  const campaign = await holdCampaign(tx, scope, campaignId)
  const commitment = campaign.pack.commitments.find(one => one.id === key)
  if (!commitment) throw new Problem('not-found')
  if (!mayDo('issue', campaign.state))
    throw new Problem('not-now', { reason: '这项工作没有在进行中，请先发布工作方案。' })
  return { campaign, commitment }
}

/**
 * Issues a commitment to the active units it binds that lack it; where its words changed and nobody signed yet, the new
 * words replace the old. Tells the units' leads. Returns to how many units it went.
 */
export async function issueCommitment(
  tx: Database,
  scope: Scope,
  issue: Issue,
  entry: EntryDraft,
): Promise<number> {
  const { campaign, commitment } = await holdBoth(tx, scope, issue)
  const units = await boundBy(tx, scope, campaign, campaign.pack, commitment)
  const { id: key, name, until, text } = commitment
  const rows = units.map(unit => ({
    unitId: unit.id,
    paragraphs: text.map(paragraph => paragraph.replaceAll('{unit}', unit.name)),
  }))
  const at = issue.now.toISOString()
  const issued = await rowsOf<{ unitId: string }>(
    tx,
    sql`insert into commitment (id, campaign_id, unit_id, scope_path, key, name, paragraphs, until_day, issued_at,
        issued_by)
      select gen_random_uuid(), ${campaign.id}, x."unitId", '', ${key}, ${name}, x.paragraphs, ${until}, ${at},
        ${issue.by.name}
      from json_to_recordset(${JSON.stringify(rows)}::json) as x("unitId" uuid, paragraphs jsonb)
      on conflict (campaign_id, key, unit_id) do update set name = excluded.name, paragraphs = excluded.paragraphs,
        until_day = excluded.until_day, version = commitment.version + 1
        where commitment.signed_at is null and (commitment.name, commitment.paragraphs, commitment.until_day)
          is distinct from (excluded.name, excluded.paragraphs, excluded.until_day)
      returning unit_id as "unitId"`,
  )
  await tellLeads(
    tx,
    issued.map(row => row.unitId),
    'commitment.issued',
    commitment,
    issue.now,
  )
  entry.words = name
  entry.unitId = campaign.unitId
  entry.after = { units: issued.length }
  return issued.length
}

/** Reminds the leads of units that did not sign. Returns how many units. */
export async function remindUnsigned(
  tx: Database,
  scope: Scope,
  issue: Omit<Issue, 'by'>,
  entry: EntryDraft,
): Promise<number> {
  const { campaign, commitment } = await holdBoth(tx, scope, issue)
  const unsigned = await rowsOf<{ unitId: string }>(
    tx,
    sql`select m.unit_id as "unitId" from commitment m where m.campaign_id = ${campaign.id}
      and m.key = ${commitment.id} and m.signed_at is null and ${within(scope, sql`m.scope_path`)}`,
  )
  const late = commitment.until < localDay(issue.now)
  const kind = late ? 'commitment.overdue' : 'commitment.due'
  await tellLeads(
    tx,
    unsigned.map(row => row.unitId),
    kind,
    commitment,
    issue.now,
  )
  entry.words = commitment.name
  entry.unitId = campaign.unitId
  entry.after = { units: unsigned.length }
  return unsigned.length
}

/** Active units of the scope that a commitment binds. */
export async function boundBy(
  tx: Database,
  scope: Scope,
  { scopePath }: Pick<CampaignRow, 'scopePath'>,
  pack: Pack,
  { kinds = [], groups }: PackCommitment,
): Promise<{ id: string; name: string }[]> {
  const codes = await findGroupUnits(tx, scope, scopePath, pack)
  const ids = namedUnits(pack, groups, codes)
  const [byKind, byName] = [JSON.stringify(kinds), JSON.stringify(ids)]
  return rowsOf(
    tx,
    sql`select u.id, u.name from unit u where u.state = 'active' and u.path >= ${scopePath}
      and u.path < ${`${scopePath}~`} and ${within(scope, sql`u.path`)}
      and (u.kind in (select json_array_elements_text(${byKind}::json))
        or u.id in (select json_array_elements_text(${byName}::json)::uuid))
      order by u.path`,
  )
}

async function tellLeads(
  tx: Database,
  unitIds: readonly string[],
  kind: string,
  { name, until }: PackCommitment,
  at: Date,
): Promise<void> {
  const leads = await withRole(tx, 'owner', () =>
    rowsOf<{ id: string }>(
      tx,
      sql`select distinct p.id from membership m join person p on p.id = m.person_id and p.state = 'active'
        where m.role = 'unit-lead'
          and m.unit_id in (select json_array_elements_text(${JSON.stringify(unitIds)}::json)::uuid)`,
    ),
  )
  await notify(tx, {
    to: leads.map(({ id }) => id),
    kind,
    details: { name, until },
    link: '/commitments?state=unsigned',
    at,
  })
}

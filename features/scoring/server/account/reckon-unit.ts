/** The account of a unit, reckoned anew and written down whole. */
import type { Pack } from '@jianbao/campaign/contract'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ScoreClass, ScoringRules } from '../../contract/index.ts'
import { classOf, type ScoredUnit } from '../match.rules.ts'
import { scoreUnit } from '../score.rules.ts'
import { type ReckonedUnit, removeAccount, writeAccount } from './account.store.ts'
import { readEvents } from './read-events.ts'
import { totalsOf } from './totals.rules.ts'

type ScoredCampaign = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly scoring: Pack['scoring']
  readonly groups: Pack['campaign']['groups'] | null
  readonly kind: string
  readonly code: string
}

/** Reckons a unit in every campaign that scores it. Takes the place of what stood there; run by the program itself. */
export async function reckonUnit(tx: Database, unitId: string, now: Date): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('score'), hashtext(${unitId}))`)
  const today = localDay(now)
  const campaigns = await listCampaigns(tx, unitId)
  const kept: string[] = []
  for (const campaign of campaigns) {
    const reckoned = await reckon(tx, campaign, unitId, today)
    if (!reckoned) continue
    await writeAccount(tx, { campaignId: campaign.id, unitId }, reckoned, now)
    kept.push(campaign.id)
  }
  await removeAccount(tx, unitId, kept)
}

/** What the tables say now, without writing it. Null: the unit is in no class. */
export async function reckon(
  tx: Database,
  campaign: ScoredCampaign,
  unitId: string,
  today: string,
): Promise<ReckonedUnit | null> {
  const { id: campaignId, from, to, kind, code } = campaign
  const rules = campaign.scoring
  if (!rules) return null
  const groups = (campaign.groups ?? []).filter(group => group.units.includes(code)).map(group => group.id)
  const unit = { kind, groups }
  const unitClass = lastClassOf(rules, unit, [today, to].sort()[0]!)
  if (!unitClass) return null
  const sourced = await readEvents(tx, { campaignId, unitId }, today)
  const events = sourced.map(({ event }) => event)
  const lines = scoreUnit(rules, unit, events, { from, to, today })
  const sources = new Map(sourced.map(({ event, source }) => [event.id, source]))
  return {
    unitClass,
    lines: lines.map(line => ({ ...line, source: sources.get(line.id) ?? {} })),
    totals: totalsOf(events, lines),
  }
}

/** The class of the newest rules until `day` that know the unit; what it had under them stays when later ones do not. */
function lastClassOf({ versions }: ScoringRules, unit: ScoredUnit, day: string): ScoreClass | null {
  const began = versions.filter(version => version.from <= day)
  const newestFirst = (began.length ? began : versions).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  for (const version of newestFirst) {
    const found = classOf(version, unit)
    if (found) return found
  }
  return null
}

/** Open and closed campaigns with rules above a unit. */
export function listCampaigns(tx: Database, unitId: string): Promise<ScoredCampaign[]> {
  return rowsOf(
    tx,
    sql`select c.id, to_char(c.from_day, 'YYYY-MM-DD') as "from", to_char(c.to_day, 'YYYY-MM-DD') as "to",
        c.pack -> 'scoring' as scoring, c.pack -> 'campaign' -> 'groups' as groups, u.kind, u.code
      from unit u join campaign c on starts_with(u.path, c.scope_path) and c.state <> 'draft'
        and c.pack -> 'scoring' <> 'null'::jsonb
      where u.id = ${unitId} order by c.id`,
  )
}

/** One unit's account: where it stands, month by month, line by line, and the lists behind its figures. */
import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type Account,
  type AccountLine,
  type AccountList,
  type AccountListQuery,
  type AccountMonth,
  type AccountQuery,
  monthsOf,
  periodOf,
  periodsBetween,
  type ScoredCampaign,
} from '../../contract/index.ts'
import { readEvents } from '../account/read-events.ts'
import { rankUnits } from './list-ranking.ts'
import { type Selection, selectMonths, selectRanked } from './ranking.store.ts'
import { getScoredCampaign } from './scored-campaigns.ts'

/** Throws `not-found` for a unit that is out of sight, or not scored in the campaign. */
export async function getAccount(
  tx: Database,
  scope: Scope,
  unitId: string,
  { campaign: campaignId, period }: AccountQuery,
  today: string,
): Promise<Account> {
  const campaign = await getScoredCampaign(tx, campaignId)
  const selection: Selection = {
    campaignId,
    months: monthsOf(period),
    underPath: null,
    unitClass: null,
    unitId,
  }
  const all = { where: sql`true`, order: sql`r.name`, limit: 1, offset: 0 }
  const [summed] = await selectRanked(tx, scope, selection, all)
  if (!summed) throw new Problem('not-found')
  const [unit] = await rankUnits(tx, scope, { campaign, period, today }, [summed])
  const { id, name, from, to } = campaign
  return {
    campaign: { id, name, from, to },
    period,
    unit: unit!,
    months: await listMonths(tx, scope, campaign, unitId, today),
    lines: await listLines(tx, scope, campaign, unitId, period),
    named: unit!.named,
    computedAt: new Date(summed.computedAt).toISOString(),
  }
}

async function listMonths(
  tx: Database,
  scope: Scope,
  { id, from, to }: ScoredCampaign,
  unitId: string,
  today: string,
): Promise<AccountMonth[]> {
  const found = await selectMonths(tx, scope, id, [unitId])
  const byMonth = new Map(found.map(({ unitId: _, noAward: __, ...month }) => [month.month, month]))
  const names = new Set([...periodsBetween(from, [to, today].sort()[0]!, 'month'), ...byMonth.keys()])
  return [...names].sort().map(month => byMonth.get(month) ?? { ...nothing, month })
}

const nothing = { points: 0, reported: 0, adopted: 0, adoptions: 0, late: 0, omitted: 0 }

async function listLines(
  tx: Database,
  scope: Scope,
  { id, versions }: ScoredCampaign,
  unitId: string,
  period: string,
): Promise<AccountLine[]> {
  type Row = Omit<AccountLine, 'versionName' | 'report'> & { reportId: string | null; title: string | null }
  const rows = await rowsOf<Row>(
    tx,
    sql`select e.id, e.kind, e.day::text as day, e.version, e.rule_name as "ruleName", e.points::float8 as points,
        e.sources as source, e.why, r.id as "reportId", r.title
      from score_entry e left join report r on r.id = e.report_id
      where e.campaign_id = ${id} and e.unit_id = ${unitId} and ${within(scope, sql`e.scope_path`)}
        and e.month in ${monthsOf(period)} order by e.position`,
  )
  const names = new Map(versions.map(version => [version.id, version.name]))
  return rows.map(({ reportId, title, ...line }) => ({
    ...line,
    versionName: names.get(line.version) ?? line.version,
    report: reportId === null ? null : { id: reportId, title: title || '（无标题）' },
  }))
}

/** What a figure of a unit counts, read as its sums were: the list is as long as the figure says. */
export async function listCountedBy(
  tx: Database,
  scope: Scope,
  unitId: string,
  { campaign: campaignId, period, of }: AccountListQuery,
  today: string,
): Promise<AccountList> {
  await getScoredCampaign(tx, campaignId)
  const [unit] = await rowsOf<{ name: string }>(
    tx,
    sql`select u.name from unit u join score_unit s on s.unit_id = u.id and s.campaign_id = ${campaignId}
      where u.id = ${unitId} and ${within(scope, sql`u.path`)}`,
  )
  if (!unit) throw new Problem('not-found')
  const months = new Set(monthsOf(period))
  const sourced = await readEvents(tx, { campaignId, unitId }, today)
  const adoptions = sourced
    .filter(({ event }) => event.kind === 'adopted' || event.kind === 'above')
    .sort((a, b) => (a.event.day < b.event.day ? -1 : a.event.day > b.event.day ? 1 : 0))
  const firsts = new Set<string | null>()
  const first = adoptions.filter(({ event: { reportId } }) => !firsts.has(reportId) && firsts.add(reportId))
  const kinds = { reported: 'reported', late: 'late', omitted: 'omitted' } as const
  const wanted =
    of === 'adoptions'
      ? adoptions
      : of === 'adopted'
        ? first
        : sourced.filter(({ event }) => event.kind === kinds[of])
  const rows = wanted.filter(({ event }) => months.has(periodOf(event.day, 'month')))
  rows.sort((a, b) => (a.event.day < b.event.day ? 1 : a.event.day > b.event.day ? -1 : 0))
  const desks = await nameUnits(
    tx,
    rows.map(({ source }) => source.deskId ?? null),
  )
  const titles = await readTitles(
    tx,
    rows.map(({ event }) => event.reportId).filter(id => id !== null),
  )
  return {
    unitName: unit.name,
    rows: rows.map(({ event, source }) => ({
      id: event.id,
      day: event.day,
      report:
        event.reportId === null
          ? null
          : { id: event.reportId, title: titles.get(event.reportId) ?? '（无标题）' },
      source: { ...source, ...(source.deskId ? { deskName: desks.get(source.deskId)?.name ?? '' } : {}) },
      signed: 'signed' in event ? event.signed : null,
    })),
    total: rows.length,
  }
}

async function readTitles(tx: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await rowsOf<{ id: string; title: string }>(
    tx,
    sql`select id, title from report where id in ${[...new Set(ids)]} and title <> ''`,
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
}

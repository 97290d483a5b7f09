import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { InboxPage, InboxQuery } from '../../contract/index.ts'
import { filterReports } from '../list-reports.ts'
import { selectReports, type Viewer } from '../report.store.ts'
import { showSummaries } from '../report.view.ts'
import { countInboxes, desksOf, inInboxes, tallyInboxes } from './inbox.store.ts'
import { countSimilar } from './similar-reports.ts'

export type InboxFilters = Omit<InboxQuery, 'page' | 'pageSize'>

// What lies on a desk has arrived: no nulls among them, and the index is walked either way.
export const inboxOrder: Readonly<Record<NonNullable<InboxQuery['sort']>, SQL>> = {
  '-arrived': sql`r.arrived_at desc, r.id desc`,
  arrived: sql`r.arrived_at, r.id`,
  '-day': sql`r.start_day desc nulls last, r.id desc`,
  day: sql`r.start_day nulls last, r.id`,
}

/** One page of what lies on the caller's desks, and how many there are under each tab. Throws `not-found`. */
export async function listInbox(
  tx: Database,
  viewer: Viewer,
  query: InboxQuery,
  now: Date,
): Promise<InboxPage> {
  const { page = 1, pageSize = 30, tab = 'submitted', under, sort = '-arrived' } = query
  const desks = desksOf(viewer.person, query.desk)
  const { where, filtered } = await filterInbox(tx, viewer, query, now)
  const { counts, more } = filtered
    ? await countInboxes(tx, where)
    : { counts: await tallyInboxes(tx, desks), more: false }
  const rows = await selectReports(
    tx,
    viewer,
    sql`${where} and ${ofTab(tab)}`,
    sql`order by ${inboxOrder[sort]} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const shown = await showSummaries(tx, viewer, rows, now)
  const similar = await countSimilar(tx, viewer, desks, shown)
  return {
    rows: shown.map(row => ({ ...row, similar: similar.get(row.id) ?? 0 })),
    total: counts[tab],
    page,
    pageSize,
    counts,
    more,
    underName: under ? await nameOf(tx, under) : null,
  }
}

export function ofTab(tab: NonNullable<InboxQuery['tab']>): SQL {
  // Nothing else is in an inbox: it leaves it with any other state.
  return tab === 'all' ? sql`true` : sql`r.state = ${tab}`
}

/** The condition of all filters but the tab; `filtered`: there are any besides the desk. */
export async function filterInbox(
  tx: Database,
  viewer: Viewer,
  query: InboxFilters,
  now: Date,
): Promise<{ where: SQL; filtered: boolean }> {
  const { desk, tab: _tab, sort: _sort, claim, commissioned, ...filters } = query
  const { page: _page, pageSize: _pageSize, ...rest } = filters as InboxQuery
  const all = [inInboxes(viewer, desksOf(viewer.person, desk)), await filterReports(tx, viewer, rest)]
  const held = sql`r.claimed_until > ${now.toISOString()}`
  const me = viewer.person.id
  if (claim === 'mine') all.push(sql`r.claimed_by = ${me} and ${held}`)
  if (claim === 'others') all.push(sql`r.claimed_by <> ${me} and ${held}`)
  if (claim === 'nobody') all.push(sql`(${held}) is not true`)
  if (commissioned !== undefined)
    all.push(commissioned ? sql`r.commission_id is not null` : sql`r.commission_id is null`)
  const set = [claim, commissioned, ...Object.values(rest)].some(
    value => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  )
  return { where: sql.join(all, sql` and `), filtered: set }
}

async function nameOf(tx: Database, unitId: string): Promise<string | null> {
  const [unit] = await rowsOf<{ name: string }>(tx, sql`select name from unit where id = ${unitId}`)
  return unit?.name ?? null
}

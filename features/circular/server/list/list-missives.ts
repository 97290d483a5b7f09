import { overdueReply } from '@jianbao/edition/server'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type MissiveFilters,
  type MissivePage,
  type MissiveQuery,
  type MissiveTab,
  missiveDrafters,
} from '../../contract/index.ts'
import { type MissiveLine, ofScope, selectLines, type Viewer } from '../missive.store.ts'
import { noReceipts, type Receipts, viewSummary } from '../missive.view.ts'

const tabsOn = (today: string): Readonly<Record<MissiveTab, SQL>> => ({
  all: sql`true`,
  draft: sql`m.state = 'draft'`,
  waiting: sql`m.state = 'waiting'`,
  issued: sql`m.state = 'issued'`,
  unanswered: sql`(m.state = 'issued' and exists (select from delivery d where d.missive_id = m.id and ${overdueReply(today)}))`,
  recalled: sql`m.state = 'recalled'`,
})

function filter(viewer: Viewer, { q, kind, unit, to, year, batch, item }: MissiveFilters): SQL {
  const all: SQL[] = [ofScope(viewer)]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    const number = sql`m.number_word || '〔' || m.year || '〕' || m.no || '号'`
    all.push(
      sql`(m.title ilike ${like} or ${number} ilike ${like} or a.name ilike ${like} or u.name ilike ${like})`,
    )
  }
  if (kind) all.push(sql`m.kind = ${kind}`)
  if (unit) all.push(sql`m.unit_id = ${unit}`)
  if (to) all.push(sql`m.addressee_id = ${to}`)
  if (year) all.push(sql`coalesce(m.year, extract(year from m.created_at)::int) = ${year}`)
  if (batch) all.push(sql`m.batch_id = ${batch}`)
  if (item)
    all.push(sql`exists (select from missive_item i where i.missive_id = m.id and i.item_id = ${item})`)
  return sql.join(all, sql` and `)
}

const newest = sql`order by m.updated_at desc, m.id desc`

/** Documents under some filters, one page, the newest first. */
export async function listMissives(
  tx: Database,
  viewer: Viewer,
  query: MissiveQuery,
  now: Date,
): Promise<MissivePage> {
  const { page = 1, pageSize = 30, tab = 'all' } = query
  const tabs = tabsOn(localDay(now))
  const where = filter(viewer, query)
  const counted = sql.join(
    Object.entries(tabs).map(
      ([name, is]) => sql`(count(*) filter (where ${is}))::int as ${sql.identifier(name)}`,
    ),
    sql`, `,
  )
  const [counts] = await rowsOf<MissivePage['counts']>(
    tx,
    sql`select ${counted} from missive m join unit u on u.id = m.unit_id left join unit a on a.id = m.addressee_id
      where ${where}`,
  )
  const rows = await selectLines(
    tx,
    sql`${where} and ${tabs[tab]}`,
    sql`${newest} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  return {
    rows: await viewLines(tx, viewer, rows, now),
    total: counts![tab],
    page,
    pageSize,
    counts: counts!,
    drafts: viewer.person.posts.some(({ role }) => (missiveDrafters as readonly string[]).includes(role)),
  }
}

const mostExported = 5000

export async function missivesToExport(tx: Database, viewer: Viewer, filters: MissiveFilters, now: Date) {
  const where = sql`${filter(viewer, filters)} and ${tabsOn(localDay(now))[filters.tab ?? 'all']}`
  return viewLines(tx, viewer, await selectLines(tx, where, sql`${newest} limit ${mostExported}`), now)
}

/** Issued ones whose files are made, under some filters, in the order of their numbers. */
export async function filesToPack(tx: Database, viewer: Viewer, filters: MissiveFilters, now: Date) {
  const where = sql`${filter(viewer, filters)} and ${tabsOn(localDay(now))[filters.tab ?? 'all']} and m.files is not null`
  return rowsOf<Pick<MissiveLine, 'numberWord' | 'year' | 'no' | 'addresseeName' | 'kind'> & { pdf: string }>(
    tx,
    sql`select m.kind, m.number_word as "numberWord", m.year, m.no, coalesce(a.name, '') as "addresseeName",
        m.files ->> 'pdf' as pdf
      from missive m join unit u on u.id = m.unit_id left join unit a on a.id = m.addressee_id where ${where}
      order by m.year, m.kind, m.no, m.id limit 1001`,
  )
}

/** With what came back of each, counted from the deliveries. */
export async function viewLines(tx: Database, viewer: Viewer, rows: readonly MissiveLine[], now: Date) {
  const receipts = await countReceipts(
    tx,
    rows.map(({ id }) => id),
    now,
  )
  return rows.map(row => viewSummary(row, viewer.person, receipts.get(row.id) ?? noReceipts))
}

export async function countReceipts(
  tx: Database,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Receipts>> {
  const rows = await rowsOf<Receipts & { id: string }>(
    tx,
    sql`select d.missive_id as id, count(d.acknowledged_at)::int as acknowledged, count(d.replied_at)::int as replied,
        (count(*) filter (where ${overdueReply(localDay(now))}))::int as overdue
      from delivery d where d.document_id = any (${`{${ids.join(',')}}`}::uuid[]) group by d.missive_id`,
  )
  return new Map(rows.map(({ id, ...receipts }) => [id, receipts]))
}

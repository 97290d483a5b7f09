import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type Delivery,
  type DeliveryFilters,
  type DeliveryPage,
  type DeliveryQuery,
  distributionKinds,
} from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { instant, maybeInstant } from '../edition.view.ts'
import { type DeliveredDocument, of } from './delivered-document.ts'
import { type DeliveryRow, deliveryTabs, selectDeliveries, unreadFirst } from './delivery.store.ts'

type Asked = { readonly now: Date; readonly mails: boolean }

/** The recipients of a document under some filters, one page, those first who have not read it. */
export async function listDeliveries(
  tx: Database,
  viewer: Viewer,
  document: DeliveredDocument,
  asked: Asked,
  query: DeliveryQuery,
): Promise<DeliveryPage> {
  const { page = 1, pageSize = 30, tab = 'all' } = query
  const { keeps, addresses } = document
  const own = of(viewer, document)
  const tabs = deliveryTabs(localDay(asked.now))
  const kinds = await countKinds(tx, own, tabs)
  const counts = addUp(kinds.map(kind => kind.counts))
  const where = sql`${own} and ${filterDeliveries(query, addresses)} and ${tabs[tab]}`
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from delivery d where ${where}`,
  )
  const rows = await selectDeliveries(
    tx,
    where,
    sql`${unreadFirst} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  return {
    document: document.document,
    documentId: document.id,
    issueName: document.name,
    title: document.title,
    issuer: document.issuer,
    issuedAt: instant(document.issuedAt),
    replyDueDay: document.replyDueDay,
    unitId: document.unitId,
    rows: rows.map(row => viewDelivery(row, document, asked)),
    total: counted!.total,
    page,
    pageSize,
    counts,
    kinds: kinds.filter(kind => kind.counts.all > 0),
    mails: asked.mails,
    actions: keeps ? (counts.unacknowledged > 0 ? ['remind', 'add'] : ['add']) : [],
  }
}

/** All under the filters, in the order of the list. */
export async function deliveriesToExport(
  tx: Database,
  viewer: Viewer,
  document: DeliveredDocument,
  asked: Asked,
  filters: DeliveryFilters,
): Promise<Delivery[]> {
  const found = filterDeliveries(filters, document.addresses)
  const tab = deliveryTabs(localDay(asked.now))[filters.tab ?? 'all']
  const where = sql`${of(viewer, document)} and ${found} and ${tab}`
  const rows = await selectDeliveries(tx, where, sql`${unreadFirst} limit 20000`)
  return rows.map(row => viewDelivery(row, { ...document, keeps: false }, asked))
}

function filterDeliveries({ q, to }: DeliveryFilters, addresses: boolean): SQL {
  const all: SQL[] = [sql`true`]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(addresses ? sql`(d.name ilike ${like} or d.email ilike ${like})` : sql`d.name ilike ${like}`)
  }
  if (to) all.push(sql`d.kind = ${to}`)
  return sql.join(all, sql` and `)
}

type Counts = DeliveryPage['counts']
type Tabs = ReturnType<typeof deliveryTabs>

async function countKinds(tx: Database, own: SQL, sorted: Tabs): Promise<DeliveryPage['kinds']> {
  const tabs = Object.keys(sorted) as (keyof Counts)[]
  const counted = await rowsOf<Counts & { to: string }>(
    tx,
    sql`select d.kind as "to", ${sql.join(
      tabs.map(tab => sql`(count(*) filter (where ${sorted[tab]}))::int as ${sql.identifier(tab)}`),
      sql`, `,
    )} from delivery d where ${own} group by d.kind`,
  )
  return distributionKinds.map(to => {
    const row = counted.find(each => each.to === to)
    return { to, counts: Object.fromEntries(tabs.map(tab => [tab, row?.[tab] ?? 0])) as Counts }
  })
}

function addUp(counts: readonly Counts[]): Counts {
  const sum = (tab: keyof Counts) => counts.reduce((total, each) => total + each[tab], 0)
  const tabs = Object.keys(deliveryTabs('2000-01-01')) as (keyof Counts)[]
  return Object.fromEntries(tabs.map(tab => [tab, sum(tab)])) as Counts
}

function viewDelivery(
  row: DeliveryRow,
  { keeps, addresses }: Pick<DeliveredDocument, 'keeps' | 'addresses'>,
  { mails }: Pick<Asked, 'mails'>,
): Delivery {
  const open = row.way !== 'print' && row.acknowledgedAt === null
  const actions: Delivery['actions'] = []
  if (keeps && open) actions.push('remind')
  if (keeps && mails && (row.letter === 'failed' || row.letter === 'off')) actions.push('resend')
  // Nothing will leave: what is still due is no mail on its way.
  const state = row.state === 'waiting' && row.letter === 'due' && !mails ? 'unmailed' : row.state
  return {
    ...row,
    email: addresses ? row.email : null,
    state,
    deliveredAt: maybeInstant(row.deliveredAt),
    openedAt: maybeInstant(row.openedAt),
    acknowledgedAt: maybeInstant(row.acknowledgedAt),
    remindedAt: maybeInstant(row.remindedAt),
    repliedAt: maybeInstant(row.repliedAt),
    actions,
  }
}

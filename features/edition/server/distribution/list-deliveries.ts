import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type Delivery,
  type DeliveryFilters,
  type DeliveryPage,
  type DeliveryQuery,
  distributionKinds,
  seriesReaders,
} from '../../contract/index.ts'
import { type EditionRow, editionName, getEditionRow, rolesAt, type Viewer } from '../edition.store.ts'
import { instant, maybeInstant } from '../edition.view.ts'
import { type DeliveryRow, deliveryTabs, selectDeliveries, unreadFirst } from './delivery.store.ts'

type Asked = { readonly id: string; readonly today: string; readonly mails: boolean }

/** An issued edition of the caller's. Throws `not-found` for others, also while it is in the making. */
export async function getIssuedEdition(
  tx: Database,
  viewer: Viewer,
  { id, today }: Pick<Asked, 'id' | 'today'>,
): Promise<EditionRow> {
  const row = await getEditionRow(tx, viewer, id, today)
  if (row.state !== 'issued') throw new Problem('not-found')
  return row
}

/** Whoever distributes: an editor in the very unit of the series. */
export const distributes = ({ person }: Viewer, { unitId }: EditionRow): boolean =>
  rolesAt(person, unitId).includes('editor')

/** Addresses outside are for the unit of the series, as they are in its list; others see none of them. */
const seesAddresses = ({ person }: Viewer, { unitId }: EditionRow): boolean =>
  seriesReaders.some(role => rolesAt(person, unitId).includes(role))

/** The recipients of an issue under some filters, one page, those first who have not read it. */
export async function listDeliveries(
  tx: Database,
  viewer: Viewer,
  asked: Asked,
  query: DeliveryQuery,
): Promise<DeliveryPage> {
  const { page = 1, pageSize = 30, tab = 'all' } = query
  const edition = await getIssuedEdition(tx, viewer, asked)
  const own = of(viewer, edition)
  const addresses = seesAddresses(viewer, edition)
  const kinds = await countKinds(tx, own)
  const counts = addUp(kinds.map(kind => kind.counts))
  const where = sql`${own} and ${filterDeliveries(query, addresses)} and ${deliveryTabs[tab]}`
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from delivery d where ${where}`,
  )
  const rows = await selectDeliveries(
    tx,
    where,
    sql`${unreadFirst} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const may = distributes(viewer, edition)
  const [head] = await rowsOf<{ issuer: string }>(
    tx,
    sql`select s.publisher as issuer from edition e join series s on s.id = e.series_id where e.id = ${edition.id}`,
  )
  return {
    editionId: edition.id,
    issueName: editionName(edition),
    title: edition.title,
    issuer: head!.issuer,
    issuedAt: instant(edition.issuedAt ?? edition.updatedAt),
    unitId: edition.unitId,
    rows: rows.map(row => viewDelivery(row, { may, addresses }, asked)),
    total: counted!.total,
    page,
    pageSize,
    counts,
    kinds: kinds.filter(kind => kind.counts.all > 0),
    mails: asked.mails,
    actions: may ? (counts.unacknowledged > 0 ? ['remind', 'add'] : ['add']) : [],
  }
}

/** All under the filters, in the order of the list. */
export async function deliveriesToExport(
  tx: Database,
  viewer: Viewer,
  asked: Asked,
  filters: DeliveryFilters,
): Promise<{ edition: EditionRow; rows: Delivery[] }> {
  const edition = await getIssuedEdition(tx, viewer, asked)
  const addresses = seesAddresses(viewer, edition)
  const found = filterDeliveries(filters, addresses)
  const where = sql`${of(viewer, edition)} and ${found} and ${deliveryTabs[filters.tab ?? 'all']}`
  const rows = await selectDeliveries(tx, where, sql`${unreadFirst} limit 20000`)
  return { edition, rows: rows.map(row => viewDelivery(row, { may: false, addresses }, asked)) }
}

export const of = ({ scope }: Viewer, { id }: Pick<EditionRow, 'id'>): SQL =>
  sql`${within(scope, sql`d.scope_path`)} and d.edition_id = ${id}`

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
const tabs = Object.keys(deliveryTabs) as (keyof Counts)[]

async function countKinds(tx: Database, own: SQL): Promise<DeliveryPage['kinds']> {
  const counted = await rowsOf<Counts & { to: string }>(
    tx,
    sql`select d.kind as "to", ${sql.join(
      tabs.map(tab => sql`(count(*) filter (where ${deliveryTabs[tab]}))::int as ${sql.identifier(tab)}`),
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
  return Object.fromEntries(tabs.map(tab => [tab, sum(tab)])) as Counts
}

type Rights = { readonly may: boolean; readonly addresses: boolean }

function viewDelivery(
  row: DeliveryRow,
  { may, addresses }: Rights,
  { mails }: Pick<Asked, 'mails'>,
): Delivery {
  const open = row.way !== 'print' && row.acknowledgedAt === null
  const actions: Delivery['actions'] = []
  if (may && open) actions.push('remind')
  if (may && mails && (row.letter === 'failed' || row.letter === 'off')) actions.push('resend')
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
    actions,
  }
}

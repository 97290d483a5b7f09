import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type ItemCounts,
  type ItemFilter,
  type ItemPage,
  type ItemQuery,
  itemsCountedTo,
  itemTabs,
  type LedgerItemRow,
} from '../../../contract/index.ts'
import { selectItems } from '../item.store.ts'
import { viewItems } from '../item.view.ts'
import { itemsWhere, type Viewer } from './items-where.ts'

/** Which items, from which tables, in which order: the number of a matter is not in the item itself. */
export const itemOrderings: Readonly<Record<NonNullable<ItemQuery['order']>, SQL>> = {
  due: sql`i.due_day, i.id`,
  updated: sql`i.updated_at desc, i.id`,
  unit: sql`i.scope_path, i.due_day, i.id`,
  number: sql`m.ledger_id, m.no, i.scope_path, i.id`,
}

/** One page of a list. Throws Problem `not-found`. */
export async function listItems(
  tx: Database,
  viewer: Viewer,
  query: ItemQuery,
  today: string,
): Promise<ItemPage> {
  const { order = 'due', page = 1, pageSize = 50 } = query
  const where = await itemsWhere(tx, viewer, query, today)
  const ids = await findItems(tx, where, order, { limit: pageSize, offset: (page - 1) * pageSize })
  const { count, more } = await countItems(tx, where)
  const underName = query.under ? await nameOf(tx, query.under) : null
  const rows = await readItems(tx, viewer, ids, today)
  return { rows, total: count, totalIsFloor: more, underName, page, pageSize }
}

async function nameOf(tx: Database, unitId: string): Promise<string | null> {
  const [unit] = await rowsOf<{ name: string }>(tx, sql`select name from unit where id = ${unitId}`)
  return unit?.name ?? null
}

/** Ids in order; what a row shows besides is read for those of the page alone. */
export async function findItems(
  tx: Database,
  where: SQL,
  order: NonNullable<ItemQuery['order']>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<string[]> {
  const from =
    order === 'number' ? sql`ledger_matter m join ledger_item i on i.matter_id = m.id` : sql`ledger_item i`
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select i.id from ${from} where ${where} order by ${itemOrderings[order]} limit ${limit} offset ${offset}`,
  )
  return rows.map(({ id }) => id)
}

/** The items of these ids, in their order; which they are was decided before. */
export async function readItems(
  tx: Database,
  { person }: Viewer,
  ids: readonly string[],
  today: string,
): Promise<LedgerItemRow[]> {
  if (!ids.length) return []
  const rows = await selectItems(tx, sql`i.id = any (${`{${ids.join(',')}}`}::uuid[])`)
  const byId = new Map(rows.map(row => [row.id, row]))
  return viewItems(
    tx,
    ids.flatMap(id => byId.get(id) ?? []),
    { person, today },
  )
}

/** How many there are, as far as lists are counted. */
export async function countItems(tx: Database, where: SQL): Promise<{ count: number; more: boolean }> {
  const [row] = await rowsOf<{ count: number }>(tx, sql`select ${counted(where)} as count`)
  return { count: Math.min(row!.count, itemsCountedTo), more: row!.count > itemsCountedTo }
}

const counted = (where: SQL): SQL =>
  sql`(select count(*)::int from (select from ledger_item i where ${where} limit ${itemsCountedTo + 1}) as found)`

/** How many there are under each tab, by the other filters. Throws Problem `not-found`. */
export async function countTabs(
  tx: Database,
  viewer: Viewer,
  filter: ItemFilter,
  today: string,
): Promise<ItemCounts> {
  const { group: _group, state: _state, light: _light, ...rest } = filter
  const columns: SQL[] = []
  for (const tab of itemTabs)
    columns.push(counted(await itemsWhere(tx, viewer, tab === 'all' ? rest : { ...rest, group: tab }, today)))
  const [row] = await rowsOf<{ counts: number[] }>(
    tx,
    sql`select array[${sql.join(columns, sql`, `)}] as counts`,
  )
  const counts = row!.counts
  return {
    counts: Object.fromEntries(
      itemTabs.map((tab, at) => [tab, Math.min(counts[at]!, itemsCountedTo)]),
    ) as ItemCounts['counts'],
    countedTo: itemsCountedTo,
    more: itemTabs.filter((_, at) => counts[at]! > itemsCountedTo),
  }
}

/** Items of ledgers as documents name and count them: open, dispatched, at units below the one that issues. */
import { isOpen, itemsWhere, lightOf } from '@jianbao/ledger/server'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { MissiveFigures, MissiveItem, MissiveSource, MissiveUnit } from '../../contract/index.ts'
import type { Viewer } from '../missive.store.ts'

/** The unit that issues, and whose items it may be about. */
export type Issuing = {
  readonly viewer: Viewer
  readonly unitId: string
  readonly path: string
}

/** Rows `i` that a source means, whatever their state: below the issuing unit and in the scope. */
async function sourceOf(
  tx: Database,
  { viewer, unitId, path }: Issuing,
  { items, filter = {} }: MissiveSource,
  today: string,
): Promise<SQL> {
  const all = [
    await itemsWhere(tx, viewer, filter, today),
    sql`i.scope_path >= ${path} and i.scope_path < ${`${path}~`}`,
    sql`i.unit_id <> ${unitId}`,
    sql`i.dispatched_at is not null and i.state <> 'cancelled'`,
  ]
  if (items) all.push(sql`i.id = any (${`{${items.join(',')}}`}::uuid[])`)
  return sql.join(all, sql` and `)
}

/** What a document is about when nobody says which: those behind, or for a reminder those near their deadline. */
function about({ kind, items, filter }: MissiveSource): SQL {
  if (kind !== 'circular' && (items || filter?.light || filter?.group)) return sql`t.light is not null`
  const wanted = { supervision: ['red', 'yellow'], circular: ['red'], reminder: ['blue'] }[kind]
  return sql`t.light = any (${`{${wanted.join(',')}}`}::text[])`
}

type Counted = {
  readonly unitId: string
  readonly unitName: string
  readonly items: number
  readonly red: number
}

/** How many items of which units a document would be about. */
export async function countByUnit(
  tx: Database,
  issuing: Issuing,
  source: MissiveSource,
  today: string,
): Promise<Counted[]> {
  const where = await sourceOf(tx, issuing, source, today)
  return rowsOf<Counted>(
    tx,
    sql`select u.id as "unitId", u.name as "unitName", count(*)::int as items,
        (count(*) filter (where t.light = 'red'))::int as red
      from (select i.unit_id, (${lightOf(today)}) as light from ledger_item i
        where ${where} and ${isOpen}) t
      join unit u on u.id = t.unit_id where ${about(source)}
      group by u.id, u.name, u.path order by red desc, u.path`,
  )
}

const facts = (
  today: string,
): SQL => sql`i.id as "itemId", i.title, i.unit_id as "unitId", u.name as "unitName",
  i.owner_name as "ownerName", i.due_day::text as "dueDay", i.percent, i.state, (${lightOf(today)}) as light,
  (select s.words from ledger_step s where s.item_id = i.id and s.action in ('progress', 'feedback')
    order by s.id desc limit 1) as progress`

/** The items themselves, by unit and deadline, at most one more than `limit`. */
export async function selectItems(
  tx: Database,
  issuing: Issuing,
  source: MissiveSource,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<MissiveItem[]> {
  const where = await sourceOf(tx, issuing, source, today)
  return rowsOf<MissiveItem>(
    tx,
    sql`select "itemId", title, "unitId", "unitName", "ownerName", "dueDay", percent, state, light, progress from (
        select ${facts(today)}, u.path, i.due_day from ledger_item i join unit u on u.id = i.unit_id
        where ${where} and ${isOpen}) t
      where ${about(source)} order by path, due_day, "itemId" limit ${limit + 1}`,
  )
}

/** Items by id as they are now, as far as the scope sees them. */
export function itemsNow(
  tx: Database,
  scope: Scope,
  ids: readonly string[],
  today: string,
): Promise<MissiveItem[]> {
  return rowsOf<MissiveItem>(
    tx,
    sql`select ${facts(today)} from ledger_item i join unit u on u.id = i.unit_id
      where ${within(scope, sql`i.scope_path`)} and i.id = any (${`{${ids.join(',')}}`}::uuid[])`,
  )
}

/** What a circular counts: every unit with items of the source, those behind first. */
export async function countFigures(
  tx: Database,
  issuing: Issuing,
  source: MissiveSource,
  today: string,
): Promise<MissiveFigures> {
  const where = await sourceOf(tx, issuing, source, today)
  const units = await rowsOf<MissiveUnit>(
    tx,
    sql`select u.id as "unitId", u.name as "unitName", count(*)::int as items,
        (count(*) filter (where t.state in ('closed', 'settled')))::int as closed,
        (count(*) filter (where t.light is not null))::int as open,
        (count(*) filter (where t.light = 'red'))::int as red,
        (count(*) filter (where t.light = 'yellow'))::int as yellow,
        (count(*) filter (where t.light = 'blue'))::int as blue
      from (select i.unit_id, i.state, (${lightOf(today)}) as light from ledger_item i
        where ${where}) t
      join unit u on u.id = t.unit_id group by u.id, u.name, u.path
      order by red desc, yellow desc, u.path`,
  )
  const sum = (key: 'items' | 'closed' | 'open' | 'red' | 'yellow' | 'blue') =>
    units.reduce((total, unit) => total + unit[key], 0)
  const totals = { items: sum('items'), closed: sum('closed'), open: sum('open') }
  return { ...totals, red: sum('red'), yellow: sum('yellow'), blue: sum('blue'), day: today, units }
}

import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type BoardColumn,
  type BoardQuery,
  type ItemBoard,
  type ItemState,
  itemLights,
  itemStates,
  type LedgerItemRow,
} from '../../../contract/index.ts'
import type { Viewer } from '../list/items-where.ts'
import { readItems } from '../list/list-items.ts'
import { type Counting, countStates, openCounting, type StateCount } from './counting.ts'

/** So many cards of a column at once. */
export const cardsAtOnce = 20

/** The columns of the board with their counts and first cards. Throws Problem `not-found`. */
export async function readBoard(
  tx: Database,
  viewer: Viewer,
  { page = 1, ...filter }: BoardQuery,
  today: string,
): Promise<ItemBoard> {
  const counting = await openCounting(tx, viewer, filter, today)
  const counts = await countStates(counting)
  const there = itemStates.filter(state => counts.some(count => count.state === state))
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const first = await findCards(counting, there, { offset: (page - 1) * cardsAtOnce, total })
  const rows = await readItems(
    tx,
    viewer,
    there.flatMap(state => first.get(state)?.slice(0, cardsAtOnce) ?? []),
    today,
  )
  const under = counting.under && { id: counting.under.id, name: counting.under.name }
  return { today, under, columns: columnsOf(filter.state ? [filter.state] : itemStates, counts, rows, page) }
}

function columnsOf(
  states: readonly ItemState[],
  counts: readonly StateCount[],
  rows: readonly LedgerItemRow[],
  page: number,
): BoardColumn[] {
  const sum = (of: readonly StateCount[]) => of.reduce((total, { count }) => total + count, 0)
  return states.map(state => {
    const own = counts.filter(count => count.state === state)
    const cards = rows.filter(row => row.state === state)
    const [green, blue, yellow, red] = itemLights.map(light =>
      sum(own.filter(count => count.light === light)),
    )
    return {
      state,
      count: sum(own),
      lights: { green: green!, blue: blue!, yellow: yellow!, red: red! },
      rows: cards,
      more: sum(own) > (page - 1) * cardsAtOnce + cards.length,
    }
  })
}

const isDone = (state: ItemState) => state === 'closed' || state === 'settled'

/** What is done has no deadline left to press: the latest of it stands first. */
const orderOf = (state: ItemState): SQL =>
  isDone(state) ? sql`i.closed_day desc, i.id` : sql`i.due_day, i.id`
const epoch = sql`date '2000-01-01'`
/** The same order for all states at once. */
const orderOfAll = sql`case when i.state in ('closed', 'settled') then ${epoch} - i.closed_day else i.due_day - ${epoch} end, i.id`
/** So few are sorted faster than they are looked for along the order of all. */
const fewItems = 4000

type Found = { readonly state: ItemState; readonly ids: string[] }

async function findCards(
  { tx, where }: Counting,
  states: readonly ItemState[],
  { offset, total }: { readonly offset: number; readonly total: number },
): Promise<Map<ItemState, string[]>> {
  if (states.length === 0) return new Map()
  const found = await rowsOf<Found>(
    tx,
    total <= fewItems ? cardsSorted(where, offset) : cardsAlongIndex(where, states, offset),
  )
  return new Map(found.map(({ state, ids }) => [state, ids]))
}

const cardsSorted = (
  where: SQL,
  offset: number,
): SQL => sql`select state, array_agg(id::text order by nth) as ids from (
    select i.state, i.id, row_number() over (partition by i.state order by ${orderOfAll}) as nth
    from ledger_item i where ${where}) numbered
  where nth > ${offset} and nth <= ${offset + cardsAtOnce} group by 1`

const cardsAlongIndex = (where: SQL, states: readonly ItemState[], offset: number): SQL =>
  sql.join(
    states.map(
      state => sql`(select ${state} as state, array(select i.id from ledger_item i where ${where}
        and i.state = ${sql.raw(`'${state}'`)} ${isDone(state) ? sql`and i.closed_day is not null` : sql``}
        order by ${orderOf(state)} limit ${cardsAtOnce} offset ${offset})::text[] as ids)`,
    ),
    sql` union all `,
  )

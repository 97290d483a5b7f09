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
  const first = await findCards(counting, there, (page - 1) * cardsAtOnce)
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

/** What is done has no deadline left to press: the latest of it stands first. */
const orderOf = (state: ItemState): SQL =>
  state === 'closed' || state === 'settled' ? sql`i.closed_day desc, i.id` : sql`i.due_day, i.id`

async function findCards(
  { tx, where }: Counting,
  states: readonly ItemState[],
  offset: number,
): Promise<Map<ItemState, string[]>> {
  if (states.length === 0) return new Map()
  const each = states.map(
    state => sql`(select ${state} as state, array(select i.id from ledger_item i where ${where}
      and i.state = ${state} order by ${orderOf(state)} limit ${cardsAtOnce} offset ${offset})::text[] as ids)`,
  )
  const found = await rowsOf<{ state: ItemState; ids: string[] }>(tx, sql.join(each, sql` union all `))
  return new Map(found.map(({ state, ids }) => [state, ids]))
}

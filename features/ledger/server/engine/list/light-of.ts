import { type SQL, sql } from '@jianbao/platform/db'
import type { ItemLight } from '../../../contract/index.ts'

/** Given to a unit and not done: these have a light; written out, so that the index of open items is found. */
export const isOpen = sql`i.state in ('dispatched', 'doing', 'feedback')`
const ofDay = (today: string): SQL => sql`least(i.fed_back_day, ${today}::date)`

/** The rule of contract/item-light.ts over `i`, rows of ledger_item, in SQL: the light today, or null. */
export const lightOf = (today: string): SQL => sql`case when not (${isOpen}) then null
  when ${ofDay(today)} > i.due_day then 'red'
  when ${ofDay(today)} > i.milestone_day then 'yellow'
  when ${ofDay(today)} >= i.near_day then 'blue' else 'green' end`

/** The items of one light; behind the deadline only those can be whose deadline is past, which an index of days knows. */
export function hasLight(light: ItemLight, today: string): SQL {
  const is = sql`${isOpen} and ${lightOf(today)} = ${light}`
  return light === 'red' ? sql`${is} and i.due_day < ${today}::date` : is
}

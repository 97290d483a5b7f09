import { nameUnits } from '@jianbao/organisation/server'
import { isWorkingDay, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type CalendarDay,
  type CalendarKind,
  type CalendarQuery,
  calendarKinds,
  type ItemCalendar,
  type ItemLight,
} from '../../../contract/index.ts'
import { itemsWhere, type Viewer } from '../list/items-where.ts'
import { isOpen, lightOf } from '../list/light-of.ts'
import type { CalendarEntry } from './calendar-file.ts'
import { nameUnder } from './counting.ts'

const titlesOfDay = 3

/** Which items have something on a day, and the column of it; the filters of the list say the same. */
const kinds: Readonly<Record<CalendarKind, { day: SQL; which: SQL }>> = {
  due: { day: sql`i.due_day`, which: isOpen },
  milestone: { day: sql`i.milestone_day`, which: isOpen },
  recheck: { day: sql`i.recheck_day`, which: sql`i.state = 'closed'` },
}

type Row = {
  readonly day: string
  readonly kind: CalendarKind
  readonly id: string
  readonly title: string
  readonly unitId: string
  readonly light: ItemLight | null
  readonly count: number
}

/** Every day of a month with what is due on it. Throws Problem `not-found`. */
export async function readCalendar(
  tx: Database,
  viewer: Viewer,
  { month = undefined, ...filter }: CalendarQuery,
  today: string,
): Promise<ItemCalendar> {
  const shown = month ?? today.slice(0, 7)
  const days = daysOf(shown)
  const rows = await findDays(tx, viewer, filter, {
    today,
    from: days[0]!,
    to: days.at(-1)!,
    titles: titlesOfDay,
  })
  const units = await nameUnits(
    tx,
    rows.map(({ unitId }) => unitId),
  )
  const byDay = Map.groupBy(rows, ({ day }) => day)
  return {
    ...{ today, month: shown, under: await nameUnder(tx, viewer, filter.under) },
    days: days.map(day => dayOf(day, byDay.get(day) ?? [], id => units.get(id)?.name ?? '')),
  }
}

function daysOf(month: string): string[] {
  const days: string[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = nextDay(day)) days.push(day)
  return days
}

function dayOf(day: string, rows: readonly Row[], unitName: (id: string) => string): CalendarDay {
  const count = (kind: CalendarKind) => rows.find(row => row.kind === kind)?.count ?? 0
  return {
    ...{ day, working: isWorkingDay(day) },
    ...{ due: count('due'), milestone: count('milestone'), recheck: count('recheck') },
    items: rows
      .slice(0, titlesOfDay)
      .map(({ id, kind, title, unitId, light }) => ({ id, kind, title, unitName: unitName(unitId), light })),
  }
}

type Stretch = { readonly today: string; readonly from: string; readonly to: string; readonly titles: number }

/** The first of each day and kind, each with how many there are. */
async function findDays(
  tx: Database,
  viewer: Viewer,
  filter: Omit<CalendarQuery, 'month'>,
  { today, from, to, titles }: Stretch,
): Promise<Row[]> {
  const where = await itemsWhere(tx, viewer, filter, today)
  const each = calendarKinds.map(kind => {
    const { day, which } = kinds[kind]
    return sql`select ${day} as day, ${kind} as kind, i.id, i.title, i.unit_id, i.scope_path, ${lightOf(today)} as light
      from ledger_item i where ${where} and ${which} and ${day} between ${from}::date and ${to}::date`
  })
  return rowsOf<Row>(
    tx,
    sql`select day::text as day, kind, id, title, unit_id as "unitId", light, count from (
        select *, count(*) over (partition by day, kind)::int as count,
          row_number() over (partition by day, kind order by array_position(array['red', 'yellow', 'blue', 'green'], light),
            scope_path, id) as nth
        from (${sql.join(each, sql` union all `)}) found) numbered
      where nth <= ${titles} order by day, array_position(array['due', 'milestone', 'recheck'], kind), nth`,
  )
}

/** So many days fit into a calendar that somebody keeps in a program of their own. */
const mostEntries = 5000

/** Every deadline, milestone and recheck of a stretch of days, for a file. Throws Problem `not-found`. */
export async function listCalendar(
  tx: Database,
  viewer: Viewer,
  filter: Omit<CalendarQuery, 'month'>,
  stretch: Omit<Stretch, 'titles'>,
): Promise<CalendarEntry[]> {
  const rows = (await findDays(tx, viewer, filter, { ...stretch, titles: mostEntries })).slice(0, mostEntries)
  const units = await nameUnits(
    tx,
    rows.map(({ unitId }) => unitId),
  )
  return rows.map(({ id, day, kind, title, unitId }) => ({
    ...{ id, day, kind, title, unitName: units.get(unitId)?.name ?? '' },
  }))
}

import { type Scope, within } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type CircularFigures,
  type CountedPage,
  type CountedQuery,
  type CountedRow,
  type CountedWhat,
  daysOf,
} from '../../contract/index.ts'
import type { CircularRow } from './circular.store.ts'
import {
  type Counted,
  commissionOutcome,
  commissionsDueIn,
  countedOf,
  firstAdoptedIn,
  itemsDueIn,
  reportedIn,
} from './counted.ts'
import { distinctName } from './distinct-name.ts'

/** The rows a figure of a circular counts, as they are now, one page. */
export async function listCounted(
  tx: Database,
  scope: Scope,
  circular: CircularRow,
  query: CountedQuery,
  now: Date,
): Promise<CountedPage> {
  const { page = 1, pageSize = 20 } = query
  const counted = countedOf(circular, daysOf(circular.period), dayOf(circular, now))
  const { columns, from: all, order } = sources[group(query.what)](counted, query, circular.figures)
  // A unit the circular was issued to sees its own rows of what was counted.
  const from = sql`${all} and ${within(scope, sql`u.path`)}`
  const rows = await rowsOf<CountedRow>(
    tx,
    sql`select ${columns} ${from} order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counting] = await rowsOf<{ total: number }>(tx, sql`select count(*)::int as total ${from}`)
  return { rows, total: counting!.total, page, pageSize }
}

/** One that is no draft counted on the day it was issued. */
function dayOf({ issuedAt }: CircularRow, now: Date): string {
  return localDay(issuedAt ? new Date(issuedAt) : now)
}

type Source = { readonly columns: SQL; readonly from: SQL; readonly order: SQL }
type Group = 'reported' | 'adopted' | 'task' | 'commission'
type Sources = Record<Group, (counted: Counted, query: CountedQuery, figures: CircularFigures) => Source>

function group(what: CountedWhat): Group {
  if (what === 'reported' || what === 'adopted') return what
  return what.startsWith('commission') ? 'commission' : 'task'
}

const shanghai = (column: SQL): SQL => sql`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`

/** Reports of the units that are ranked; others below are not in the figures either. */
function ranked({ classes }: CircularFigures, { unit }: CountedQuery): SQL {
  if (unit) return sql`r.unit_id = ${unit}`
  const ids = JSON.stringify(classes.flatMap(({ units }) => units.map(({ unitId }) => unitId)))
  return sql`r.unit_id in (select value::uuid from json_array_elements_text(${ids}::json))`
}

const sources: Sources = {
  reported: (counted, query, figures) => ({
    columns: sql`r.id, ${distinctName} as "unitName", r.title, ${shanghai(sql`r.submitted_at`)} as day, r.id as "reportId"`,
    from: sql`from report r join unit u on u.id = r.unit_id where ${reportedIn(counted)} and ${ranked(figures, query)}`,
    order: sql`r.submitted_at desc, r.id`,
  }),
  adopted: (counted, query, figures) => ({
    columns: sql`a.id, ${distinctName} as "unitName", a.title, ${shanghai(sql`a.at`)} as day, r.id as "reportId"`,
    from: sql`from adoption a join report r on r.id = a.report_id join unit u on u.id = r.unit_id
      where ${firstAdoptedIn(counted)} and ${ranked(figures, query)}`,
    order: sql`a.at desc, a.id`,
  }),
  task: (counted, { what, task, periodNo, unit }) => ({
    columns: sql`i.id || ' ' || p.no as id, ${distinctName} as "unitName", t.name as title,
      to_char(p.due_day, 'YYYY-MM-DD') as day, null::uuid as "reportId"`,
    from: sql`${itemsDueIn(counted)} and ${letters[what] ?? sql`true`}
      ${task ? sql`and t.id = ${task}` : sql``} ${periodNo ? sql`and p.no = ${periodNo}` : sql``}
      ${unit ? sql`and u.id = ${unit}` : sql``}`,
    order: sql`p.due_day, t.position, u.path`,
  }),
  commission: (counted, { what, unit }) => ({
    columns: sql`c.id, ${distinctName} as "unitName", c.title, to_char(c.due_day, 'YYYY-MM-DD') as day, c.report_id as "reportId"`,
    from: sql`${commissionsDueIn(counted)} ${
      what === 'commission' ? sql`` : sql`and ${commissionOutcome} = ${what.replace('commission-', '')}`
    } ${unit ? sql`and u.id = ${unit}` : sql``}`,
    order: sql`c.due_day, u.path, c.id`,
  }),
}

const letters: Partial<Record<CountedWhat, SQL>> = {
  'on-time': sql`letter = 'd'`,
  late: sql`letter = 'l'`,
  silent: sql`letter not in ('d', 'l')`,
}

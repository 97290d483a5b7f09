import { homeOf } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  figureGroups,
  type ItemFigures,
  type ItemStatistics,
  type StatisticsLine,
  type StatisticsLines,
  type StatisticsQuery,
} from '../../../contract/index.ts'
import { inGroup, itemsWhere, type Viewer } from '../list/items-where.ts'
import { type Place, readPlace } from './counting.ts'

type Row = ItemFigures & { readonly line: string | null }
const noFigures: ItemFigures = {
  ...{ open: 0, done: 0, overdue: 0, late: 0, reopened: 0, flagged: 0, medianDays: null },
}

/** What a line is told apart by: a column of item `i` or of its unit `u`. */
const columns: Readonly<Record<Exclude<StatisticsLines, 'unit'>, SQL>> = {
  'unit-kind': sql`u.kind`,
  'ledger-kind': sql`i.kind`,
  month: sql`to_char(i.due_day, 'YYYY-MM')`,
}

/** Figures of all items under the filters, line by line and together. Throws Problem `not-found`. */
export async function readStatistics(
  tx: Database,
  viewer: Viewer,
  { by = 'unit', ...filter }: StatisticsQuery,
  today: string,
): Promise<ItemStatistics> {
  const home = filter.as === 'part' ? null : (filter.under ?? homeOf(viewer.scope)?.unitId ?? null)
  const under = home === null ? null : await readPlace(tx, viewer, home)
  const where = await itemsWhere(tx, viewer, home === null ? filter : { ...filter, under: home }, today)
  const line = by === 'unit' ? lineOfUnit(under) : columns[by]
  const rows = await rowsOf<Row & { all: boolean }>(
    tx,
    sql`select line, grouping(line) = 1 as all, ${figures(viewer, today)}
      from (select i.*, ${line} as line from ledger_item i join unit u on u.id = i.unit_id where ${where}) i
      group by grouping sets ((line), ())`,
  )
  const lines = rows.filter(({ all }) => !all)
  const sum = rows.find(({ all }) => all)
  return {
    ...{ today, by },
    under: under && { id: under.id, name: under.name },
    rows: by === 'unit' ? await unitLines(tx, lines, under) : lines.map(row => lineOf(by, row)).sort(inOrder),
    sum: sum ? figuresOf(sum) : noFigures,
  }
}

/** The number of the unit right below, as it stands in the paths; its own are the rest. */
const lineOfUnit = (under: Place | null): SQL =>
  under === null
    ? sql`u.id::text`
    : sql`split_part(substr(i.scope_path, ${under.path.length + 1}::int), '/', 1)`

const figures = ({ person }: Viewer, today: string): SQL =>
  sql.join(
    [
      ...figureGroups.map(
        group =>
          sql`count(*) filter (where ${inGroup(group, person.id, today)})::int as ${sql.identifier(group)}`,
      ),
      sql`percentile_cont(0.5) within group (order by greatest(0, i.closed_day - (i.dispatched_at at time zone 'Asia/Shanghai')::date))
        filter (where i.state in ('closed', 'settled'))::float8 as "medianDays"`,
    ],
    sql`, `,
  )

function figuresOf(row: Row): ItemFigures {
  const { open, done, overdue, late, reopened, flagged, medianDays } = row
  return { open, done, overdue, late, reopened, flagged, medianDays }
}

const bare = { unitId: null, name: null, own: false, unitKind: null, kind: null, month: null }

function lineOf(by: Exclude<StatisticsLines, 'unit'>, row: Row): StatisticsLine {
  const key = { 'unit-kind': 'unitKind', 'ledger-kind': 'kind', month: 'month' }[by]
  return { ...bare, [key]: row.line, ...figuresOf(row) } as StatisticsLine
}

const inOrder = (a: StatisticsLine, b: StatisticsLine): number =>
  `${a.month} ${a.kind} ${a.unitKind}` < `${b.month} ${b.kind} ${b.unitKind}` ? -1 : 1

/** Named, the unit itself first, then those below it in the order of the tree. */
async function unitLines(tx: Database, rows: readonly Row[], under: Place | null): Promise<StatisticsLine[]> {
  type Unit = { id: string; name: string; line: string }
  const units = await rowsOf<Unit>(
    tx,
    under
      ? sql`select id, name, seq::text as line from unit where parent_id = ${under.id} order by position, seq`
      : sql`select id, name, id::text as line from unit
          where id::text = any (${`{${rows.map(({ line }) => line).join(',')}}`}::text[]) order by path`,
  )
  const own = rows.find(({ line }) => line === '')
  const first =
    own && under ? [{ ...bare, unitId: under.id, name: under.name, own: true, ...figuresOf(own) }] : []
  const below = units.flatMap(({ id, name, line }) => {
    const row = rows.find(each => each.line === line)
    return row ? [{ ...bare, unitId: id, name, ...figuresOf(row) }] : []
  })
  return [...first, ...below]
}

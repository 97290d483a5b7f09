/** The lines of the matrix, each with what it has of the matters shown. */
import { type UnitKind, unitKinds } from '@jianbao/organisation/contract'
import { within } from '@jianbao/platform/access'
import { rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { CoverageLines, MatrixLine } from '../../../contract/index.ts'
import { unitsThatOpen } from '../../matrix/coverage.store.ts'
import { allRows, type Counting, countedRows, ownRows, type Place } from './counting.ts'
import type { Counted } from './light-tally.ts'

export type CellCount = Counted & {
  /** Of a unit, or a kind of units. */
  readonly line: string
  readonly matterId: string
  /** One of them, where each counts one. */
  readonly id: string | null
}
export type Line = Omit<MatrixLine, 'cells' | 'total'> & { readonly key: string }
export type Lines = {
  readonly lines: readonly Line[]
  readonly total: number
  readonly cells: readonly CellCount[]
}
type Page = { readonly limit: number; readonly offset: number }

const shownMatters = (ids: readonly string[]): SQL => sql`i.matter_id = any (${`{${ids.join(',')}}`}::uuid[])`

/** Rows of `from`, each with its `line`, added up. */
const cellsOf = (
  line: SQL,
  from: SQL,
): SQL => sql`select ${line} as line, c.matter_id as "matterId", c.state, c.light,
    sum(c.n)::int as count, (array_agg(c.id) filter (where c.id is not null))[1] as id
  from ${from} group by 1, 2, 3, 4 having sum(c.n) > 0`

export function readMatrixLines(
  counting: Counting,
  place: Place | null,
  { kind, matters, page }: { kind: CoverageLines; matters: readonly string[]; page: Page },
): Promise<Lines> {
  const shown = shownMatters(matters)
  if (kind === 'kinds') return kindLines(counting, shown)
  return kind === 'units' || place === null
    ? unitLines(counting, shown, page)
    : linesBelow(counting, place, shown, page)
}

async function kindLines(counting: Counting, shown: SQL): Promise<Lines> {
  const cells = await rowsOf<CellCount>(
    counting.tx,
    cellsOf(sql`c.unit_kind`, sql`(${allRows(counting, shown)}) c`),
  )
  const lines = unitKinds
    .filter(kind => cells.some(({ line }) => line === kind))
    .map(kind => ({ key: kind, unitId: null, name: null, kind, above: null, own: false, opens: true }))
  return { lines, total: lines.length, cells }
}

type UnitRow = Place & { readonly kind: UnitKind; readonly above: string | null }
const unitColumns = sql`u.id, u.name, u.kind, u.path, (select a.name from unit a where a.id = u.parent_id) as above`
const pathsOf = (units: readonly Place[]): SQL =>
  sql`json_to_recordset(${JSON.stringify(units.map(({ id, path }) => ({ line: id, path })))}::json) as s(line text, path text)`

const headOf = (unit: UnitRow): Line => ({
  ...{ key: unit.id, unitId: unit.id, name: unit.name, kind: unit.kind, above: unit.above },
  ...{ own: false, opens: false },
})

async function unitLines(counting: Counting, shown: SQL, { limit, offset }: Page): Promise<Lines> {
  const { tx, where } = counting
  const paths = sql`select i.scope_path as path from ledger_item i where ${where} and ${shown} and i.state <> 'cancelled' group by 1`
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from (${paths}) there`,
  )
  const units = await rowsOf<UnitRow>(
    tx,
    sql`select ${unitColumns} from (${paths} order by 1 limit ${limit} offset ${offset}) page
      join unit u on u.path = page.path order by u.path`,
  )
  const cells = await ownCells(counting, units, shown)
  return { lines: units.map(headOf), total: counted!.total, cells }
}

async function ownCells(counting: Counting, units: readonly Place[], shown: SQL): Promise<CellCount[]> {
  if (units.length === 0) return []
  const from = sql`${pathsOf(units)} cross join lateral (${ownRows(counting, sql`s.path`, shown)}) c`
  return rowsOf<CellCount>(counting.tx, cellsOf(sql`s.line`, from))
}

/** The unit itself, then those right below it, each with all that is below. */
async function linesBelow(
  counting: Counting,
  place: Place,
  shown: SQL,
  { limit, offset }: Page,
): Promise<Lines> {
  const { tx, viewer } = counting
  const own = await ownCells(counting, [place], shown)
  const units = await rowsOf<UnitRow>(
    tx,
    sql`select ${unitColumns} from unit u where u.parent_id = ${place.id} and ${within(viewer.scope, sql`u.path`)}
      order by u.position, u.seq`,
  )
  const below = units.length
    ? await rowsOf<CellCount>(
        tx,
        cellsOf(
          sql`s.line`,
          sql`${pathsOf(units)} cross join lateral (${countedRows(counting, sql`s.path`, shown)}) c`,
        ),
      )
    : []
  const cells = [...own, ...below].filter(({ state }) => state !== 'cancelled')
  const there = new Set(cells.map(({ line }) => line))
  const heads: Line[] = [
    { ...headOf({ ...place, kind: 'province', above: null }), kind: null, own: true },
    ...units.map(headOf),
  ].filter(({ key }) => there.has(key))
  const page = heads.slice(offset, offset + limit)
  const open = await unitsThatOpen(
    tx,
    viewer.scope,
    page.map(({ key }) => key),
  )
  const lines = page.map(line => ({ ...line, opens: !line.own && open.has(line.key) }))
  return { lines, total: heads.length, cells }
}

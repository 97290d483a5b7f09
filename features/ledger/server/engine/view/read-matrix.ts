import { homeOf, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type ItemMatrix,
  type ItemState,
  type LedgerKind,
  type MatrixColumn,
  type MatrixQuery,
  type MatrixTally,
  noLights,
  openStates,
} from '../../../contract/index.ts'
import { codeOfItem } from '../../../contract/item-code.ts'
import type { Viewer } from '../list/items-where.ts'
import { allRows, type Counting, openCounting, type Place } from './counting.ts'
import { addLights, type Counted, sizeOf, tallyLights } from './light-tally.ts'
import { type CellCount, type Line, readMatrixLines } from './matrix-lines.ts'

const columnsOnPage = 12
const linesOnPage = 50

/** `whole`: every line and every column, for a sheet. */
export type MatrixWish = MatrixQuery & { readonly whole?: boolean }

/** Units and matters with what each has of them. Throws Problem `not-found`. */
export async function readMatrix(
  tx: Database,
  viewer: Viewer,
  { page = 1, columnPage = 1, lines: wished = 'below', whole = false, ...filter }: MatrixWish,
  today: string,
): Promise<ItemMatrix> {
  const home = homeOf(viewer.scope)?.unitId
  // What is elsewhere, or of one unit, has no unit above it to be summed under.
  const apart = filter.as === 'part' || filter.unit !== undefined
  const lines = apart ? 'units' : wished
  const placed = apart || filter.under || !home ? filter : { ...filter, under: home }
  const counting = await openCounting(tx, viewer, placed, today)
  const [columnPageSize, pageSize] = whole ? [300, 30_000] : [columnsOnPage, linesOnPage]
  const all = await countMatters(counting)
  const shown = all.slice((columnPage - 1) * columnPageSize, columnPage * columnPageSize)
  const matters = shown.map(({ matterId }) => matterId)
  const read = await readMatrixLines(counting, counting.under, {
    ...{ kind: lines, matters, page: { limit: pageSize, offset: (page - 1) * pageSize } },
  })
  const cells = Map.groupBy(read.cells, ({ line }) => line)
  const totals = shown.map(({ counted }) => tallyLights(counted))
  return {
    ...{ today, lines, columnPage, columnPageSize, columnTotal: all.length, page, pageSize },
    under: counting.under && { id: counting.under.id, name: counting.under.name },
    line: counting.under ? await readLine(tx, viewer, counting.under) : [],
    columns: await nameColumns(tx, shown),
    rows: read.lines.map(line => rowOf(line, cells.get(line.key) ?? [], matters)),
    ...{ totals, sum: addLights(totals), total: read.total },
  }
}

function rowOf({ key: _, ...line }: Line, counted: readonly CellCount[], matters: readonly string[]) {
  const byMatter = Map.groupBy(counted, ({ matterId }) => matterId)
  const cells = matters.map(matter => cellOf(byMatter.get(matter) ?? []))
  return { ...line, cells, total: addLights(cells.map(cell => (cell ? bare(cell) : noLights))) }
}

const bare = ({ item: _, ...tally }: MatrixTally) => tally

function cellOf(counted: readonly CellCount[]): MatrixTally | null {
  const tally = tallyLights(counted)
  const size = sizeOf(tally)
  if (size === 0) return null
  const one = counted.find(({ state }) => state !== 'cancelled')
  return { ...tally, item: size === 1 && one?.id ? { id: one.id, state: one.state } : null }
}

type MatterCount = {
  readonly matterId: string
  readonly dueDay: string | null
  readonly counted: readonly Counted[]
}

/** Every matter of the filter: those whose open items are due first stand first. */
async function countMatters(counting: Counting): Promise<MatterCount[]> {
  type Row = { matterId: string; state: ItemState; light: Counted['light']; count: number; due: string }
  const rows = await rowsOf<Row>(
    counting.tx,
    sql`select matter_id as "matterId", state, light, sum(n)::int as count, min(due_day)::text as due
      from (select matter_id, state, light, due_day, sum(n) as n from (${allRows(counting)}) c
        where state <> 'cancelled' group by 1, 2, 3, 4 having sum(n) > 0) netted group by 1, 2, 3`,
  )
  const open: readonly string[] = openStates
  const matters = [...Map.groupBy(rows, ({ matterId }) => matterId)].map(([matterId, counted]) => ({
    ...{ matterId, counted },
    dueDay:
      counted
        .filter(({ state }) => open.includes(state))
        .map(({ due }) => due)
        .sort()[0] ?? null,
  }))
  const order = ({ dueDay, matterId }: MatterCount) => `${dueDay ?? '9999'} ${matterId}`
  return matters.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

async function nameColumns(tx: Database, shown: readonly MatterCount[]): Promise<MatrixColumn[]> {
  type Row = { id: string; no: number; title: string; kind: LedgerKind; ledgerName: string }
  const rows = await rowsOf<Row>(
    tx,
    sql`select m.id, m.no, m.title, l.kind, l.name as "ledgerName" from ledger_matter m
      join ledger l on l.id = m.ledger_id
      where m.id = any (${`{${shown.map(({ matterId }) => matterId).join(',')}}`}::uuid[])`,
  )
  const byId = new Map(rows.map(row => [row.id, row]))
  return shown.map(({ matterId, dueDay }) => {
    const row = byId.get(matterId)
    return {
      ...{ matterId, dueDay, title: row?.title ?? '', ledgerName: row?.ledgerName ?? '' },
      code: row ? codeOfItem(row.kind, row.no) : '',
    }
  })
}

async function readLine(tx: Database, viewer: Viewer, { path }: Place) {
  return rowsOf<{ id: string; name: string }>(
    tx,
    sql`select id, name from unit where starts_with(${path}::text, path) and path <> ${path}
      and ${within(viewer.scope, sql`path`)} order by length(path)`,
  )
}

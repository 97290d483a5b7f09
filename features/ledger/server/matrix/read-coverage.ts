import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { Coverage, CoverageCell, CoverageQuery, Tally } from '../../contract/index.ts'
import { cellsOf, columnsOf, foldCounts, sumOf } from './fold-counts.ts'
import { readFrame, tellFrame } from './read-frame.ts'
import { readLines } from './read-lines.ts'

const linesOnPage = 50

/** One page of the matrix, and what all of it comes to. Throws Problem `not-found`. */
export async function readCoverage(
  tx: Database,
  scope: Scope,
  query: CoverageQuery,
  today: string,
): Promise<Coverage> {
  const { lines = 'below', page = 1, pageSize = linesOnPage } = query
  const frame = await readFrame(tx, scope, query, today)
  const { tasks } = frame
  const columns = columnsOf(tasks, query.task)
  const place = { limit: pageSize, offset: (page - 1) * pageSize }
  const read = await readLines({ tx, scope, frame, filter: query, lettersOf: query.task }, lines, place)
  const byLine = Map.groupBy(read.counted, row => row.line)
  const totals = foldCounts(read.all, tasks, columns)
  return {
    ...tellFrame(frame),
    lines,
    columns,
    rows: read.lines.map(({ key, single, ...line }) => {
      const cells = cellsOf(byLine.get(key) ?? [], tasks, columns, single)
      return { ...line, cells, total: sumOf(cells.flatMap(cell => (cell ? [tallyOf(cell)] : []))) }
    }),
    totals,
    total: read.total,
    sum: sumOf(totals),
    page,
    pageSize,
  }
}

const tallyOf = ({ itemId: _, ...tally }: CoverageCell): Tally => tally

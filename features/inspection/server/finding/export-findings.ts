/** The findings under the filters of a list, as an Excel workbook. */
import type { Readable } from 'node:stream'
import type { Read } from '@jianbao/platform/access'
import { localDayTime } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import { type Finding, type FindingColumn, type FindingExport, findingColumns } from '../../contract/index.ts'
import type { Viewer } from '../inspection.services.ts'
import { findingStateWords, seriousnessWords } from '../inspection.words.ts'
import { findingsOf, selectFindings, viewFindings } from './finding.store.ts'
import { filterFindings, findingOrder, inState } from './list-findings.ts'

const mostExported = 50_000
const atOnce = 500

const heads: Readonly<Record<FindingColumn, readonly [string, number]>> = {
  problem: ['问题', 48],
  unit: ['被检查单位', 24],
  tour: ['督导', 28],
  seriousness: ['严重程度', 10],
  state: ['状态', 12],
  due: ['建议整改期限', 14],
  basis: ['依据', 36],
  measure: ['建议措施', 40],
  written: ['记录', 22],
}

/** Ids in the order of the list. */
export async function beginFindingExport(
  tx: Database,
  viewer: Viewer,
  wish: FindingExport,
): Promise<string[]> {
  const { where } = await filterFindings(tx, wish)
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select f.id ${findingsOf(viewer)} and ${where} and ${inState(wish.state)}
      order by ${findingOrder(wish)} limit ${mostExported + 1}`,
  )
  return rows.map(({ id }) => id)
}

export function writeFindings(
  ids: readonly string[],
  { columns = [...findingColumns] }: Pick<FindingExport, 'columns'>,
  read: Read,
  viewerOf: (scope: Viewer['scope']) => Viewer,
): Readable {
  const shown = findingColumns.filter(column => columns.includes(column))
  async function* lines(): AsyncGenerator<SheetCell[]> {
    const wanted = ids.slice(0, mostExported)
    for (let from = 0; from < wanted.length; from += atOnce) {
      const some = wanted.slice(from, from + atOnce)
      const rows = await read(async (tx, scope) => {
        const viewer = viewerOf(scope)
        const where = sql`f.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(some)}::jsonb))`
        return viewFindings(tx, viewer, await selectFindings(tx, viewer, where, sql``))
      })
      const byId = new Map(rows.map(row => [row.id, row]))
      for (const row of some.flatMap(id => byId.get(id) ?? [])) yield shown.map(column => cellOf(row, column))
    }
    if (ids.length > mostExported) yield [`问题超过 ${mostExported} 个，只导出前 ${mostExported} 个。`]
  }
  const head = shown.map(column => ({ heading: heads[column][0], width: heads[column][1] }))
  return writeSheet({ name: '督导问题', columns: head, fixedColumns: 1 }, lines())
}

function cellOf(row: Finding, column: FindingColumn): string {
  switch (column) {
    case 'problem':
      return row.problem
    case 'unit':
      return row.unitName
    case 'tour':
      return `${row.tourName} ${row.day}`
    case 'seriousness':
      return seriousnessWords[row.seriousness]
    case 'state':
      return findingStateWords[row.state]
    case 'due':
      return row.dueDay ?? ''
    case 'basis':
      return row.basis
    case 'measure':
      return row.measure
    case 'written':
      return `${row.byName} ${localDayTime(new Date(row.at))}`
  }
}

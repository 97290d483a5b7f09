/** The cases under the filters of a list, as an Excel workbook. */
import type { Readable } from 'node:stream'
import type { Read } from '@jianbao/platform/access'
import { localDayTime } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import { type CaseColumn, type CaseExport, type CaseState, caseColumns } from '../contract/index.ts'
import { type CaseRow, type CaseViewer, readableCases, selectCases } from './case.store.ts'
import { caseOrder, filterCases, inState } from './list-cases.ts'

const mostExported = 50_000
const atOnce = 500

const heads: Readonly<Record<CaseColumn, readonly [string, number]>> = {
  title: ['案例', 40],
  source: ['做法单位', 24],
  tags: ['标签', 24],
  state: ['状态', 10],
  unit: ['收录单位', 24],
  marked: ['收录', 22],
  updated: ['更新时间', 18],
}
const stateWords: Readonly<Record<CaseState, string>> = {
  draft: '草稿',
  approved: '已认定',
  public: '已公开',
}

/** Ids in the order of the list. */
export async function beginCaseExport(tx: Database, viewer: CaseViewer, wish: CaseExport): Promise<string[]> {
  const { where } = await filterCases(tx, wish)
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select c.id from casebook_case c where ${readableCases(viewer)} and ${where} and ${inState(wish.state)}
      order by ${caseOrder(wish)} limit ${mostExported + 1}`,
  )
  return rows.map(({ id }) => id)
}

/** Written while it is read; the words a case is copied by stand behind the columns of the list. */
export function writeCases(
  ids: readonly string[],
  { columns = [...caseColumns] }: Pick<CaseExport, 'columns'>,
  read: Read,
  viewerOf: (scope: CaseViewer['scope']) => CaseViewer,
): Readable {
  const shown = caseColumns.filter(column => columns.includes(column))
  async function* lines(): AsyncGenerator<SheetCell[]> {
    const wanted = ids.slice(0, mostExported)
    for (let from = 0; from < wanted.length; from += atOnce) {
      const some = wanted.slice(from, from + atOnce)
      const rows = await read((tx, scope) =>
        selectCases(tx, viewerOf(scope), sql`c.id = any(${`{${some.join(',')}}`}::uuid[])`, sql``),
      )
      const byId = new Map(rows.map(row => [row.id, row]))
      for (const row of some.flatMap(id => byId.get(id) ?? []))
        yield [...shown.map(column => cellOf(row, column)), row.why, row.how]
    }
    if (ids.length > mostExported) yield [`案例超过 ${mostExported} 个，只导出前 ${mostExported} 个。`]
  }
  const head = shown.map(column => ({ heading: heads[column][0], width: heads[column][1] }))
  const words = [
    { heading: '为何可行', width: 60 },
    { heading: '怎么复制', width: 60 },
  ]
  return writeSheet({ name: '典型案例', columns: [...head, ...words] }, lines())
}

function cellOf(row: CaseRow, column: CaseColumn): string {
  switch (column) {
    case 'title':
      return row.title
    case 'source':
      return row.sourceUnit
    case 'tags':
      return row.tags.join('、')
    case 'state':
      return stateWords[row.state]
    case 'unit':
      return row.unitName
    case 'marked':
      return `${row.markedName} ${localDayTime(new Date(row.markedAt))}`
    case 'updated':
      return localDayTime(new Date(row.updatedAt))
  }
}

/** A list of commissions as an Excel workbook. */
import { PassThrough, type Readable } from 'node:stream'
import { type Database, sql } from '@jianbao/platform/db'
import ExcelJs from 'exceljs'
import type { Commission, CommissionFilters, CommissionState } from '../../contract/index.ts'
import { cellText } from '../inbox/export-inbox.ts'
import type { Viewer } from '../report.store.ts'
import { selectCommissions } from './commission.store.ts'
import { showCommissions } from './commission.view.ts'
import { commissionOrder, filterCommissions, ofState } from './list-commissions.ts'

const mostExported = 20_000
const stateWords: Readonly<Record<CommissionState, string>> = {
  open: '待交稿',
  delivered: '已交稿',
  done: '已完成',
  missed: '逾期未交',
  cancelled: '已取消',
}
const columns = [
  { header: '约稿', width: 40 },
  { header: '单位', width: 26 },
  { header: '约稿单位', width: 22 },
  { header: '任务', width: 24 },
  { header: '交稿日期', width: 14 },
  { header: '状态', width: 12 },
  { header: '逾期', width: 8 },
  { header: '稿件', width: 40 },
  { header: '约稿人', width: 12 },
  { header: '要求', width: 60 },
]

/** Everything under the filters, in the order of the list. Throws `not-found`. */
export async function commissionsToExport(
  tx: Database,
  viewer: Viewer,
  filters: CommissionFilters,
): Promise<Commission[]> {
  const where = await filterCommissions(tx, viewer, filters)
  const rows = await selectCommissions(
    tx,
    viewer,
    sql`${where} and ${ofState(filters.state)}`,
    sql`order by ${commissionOrder[filters.sort ?? 'due']} limit ${mostExported}`,
  )
  return showCommissions(tx, viewer.person, rows)
}

export function writeCommissions(rows: readonly Commission[]): Readable {
  const stream = new PassThrough()
  const write = async (): Promise<void> => {
    const book = new ExcelJs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
    const sheet = book.addWorksheet('约稿', { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns
    for (const row of rows) {
      const cells = [
        row.title,
        row.unitName,
        row.deskName,
        [row.taskName, row.periodName === row.taskName ? null : row.periodName].filter(Boolean).join(' '),
        row.dueDay,
        stateWords[row.state],
        row.late ? '是' : '',
        row.report?.title ?? '',
        row.byName,
        row.brief,
      ]
      const line = sheet.addRow(cells.map(cellText))
      // Text, whatever it begins with: no cell is ever taken for a formula.
      line.eachCell(cell => {
        cell.numFmt = '@'
      })
      line.commit()
    }
    if (rows.length === mostExported)
      sheet.addRow([`只导出前 ${mostExported} 条；请缩小范围后再导出。`]).commit()
    sheet.commit()
    await book.commit()
  }
  write().catch((error: Error) => stream.destroy(error))
  return stream
}

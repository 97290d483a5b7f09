/** A list of commissions as an Excel workbook. */
import type { Readable } from 'node:stream'
import { type Database, sql } from '@jianbao/platform/db'
import { writeSheet } from '@jianbao/platform/sheet'
import type { Commission, CommissionFilters, CommissionState } from '../../contract/index.ts'
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
  { heading: '约稿', width: 40 },
  { heading: '单位', width: 26 },
  { heading: '约稿单位', width: 22 },
  { heading: '任务', width: 24 },
  { heading: '交稿日期', width: 14 },
  { heading: '状态', width: 12 },
  { heading: '逾期', width: 8 },
  { heading: '稿件', width: 40 },
  { heading: '约稿人', width: 12 },
  { heading: '要求', width: 60 },
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
  const lines = rows.map(row => [
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
  ])
  const more = rows.length === mostExported ? [[`只导出前 ${mostExported} 条；请缩小范围后再导出。`]] : []
  return writeSheet({ name: '约稿', columns }, [...lines, ...more])
}

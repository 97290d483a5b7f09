/** The list of issues as an Excel workbook. */
import type { Readable } from 'node:stream'
import { issueNumber } from '@jianbao/bulletin/contract'
import { localDayTime } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { writeSheet } from '@jianbao/platform/sheet'
import type { EditionFilters, EditionState, EditionSummary } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { listEditions } from '../list-editions.ts'

const mostExported = 5_000
const stateWords: Readonly<Record<EditionState, string>> = {
  drafting: '编辑中',
  signing: '审签中',
  returned: '退回修改',
  signed: '已签发',
  issued: '已印发',
  void: '已作废',
}
const columns = [
  { heading: '刊名', width: 30 },
  { heading: '期号', width: 12 },
  { heading: '总期号', width: 10 },
  { heading: '日期', width: 14 },
  { heading: '头条', width: 50 },
  { heading: '稿件', width: 8 },
  { heading: '状态', width: 12 },
  { heading: '环节', width: 12 },
  { heading: '最后编辑', width: 14 },
  { heading: '编辑时间', width: 20 },
  { heading: '签发时间', width: 20 },
  { heading: '印发时间', width: 20 },
]

/** Everything under the filters, in the order of the list. */
export async function editionsToExport(
  tx: Database,
  viewer: Viewer,
  filters: EditionFilters,
  today: string,
): Promise<EditionSummary[]> {
  const { rows } = await listEditions(tx, viewer, { ...filters, page: 1, pageSize: mostExported }, today)
  return rows
}

export function writeEditions(rows: readonly EditionSummary[]): Readable {
  const time = (at: string | null) => (at === null ? '' : localDayTime(new Date(at)))
  const lines = rows.map(row => [
    row.seriesName,
    issueNumber(row),
    row.runningNo ?? '',
    row.date ?? '',
    row.title ?? '',
    row.items,
    stateWords[row.state],
    row.stepName ?? '',
    row.editedName,
    time(row.updatedAt),
    time(row.signedAt),
    time(row.issuedAt),
  ])
  const more = rows.length === mostExported ? [[`只导出前 ${mostExported} 条；请缩小范围后再导出。`]] : []
  return writeSheet({ name: '简报编发', columns }, [...lines, ...more])
}

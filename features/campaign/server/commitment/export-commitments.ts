import type { Readable } from 'node:stream'
import { localDayTime } from '@jianbao/platform/clock'
import { writeSheet } from '@jianbao/platform/sheet'
import type { CommitmentRow } from './commitment.store.ts'

const stateWords = { signed: '已签署', unsigned: '未签署', overdue: '逾期未签' } as const
const columns = [
  { heading: '单位', width: 36 },
  { heading: '责任书', width: 30 },
  { heading: '工作', width: 30 },
  { heading: '状态', width: 12 },
  { heading: '签署期限', width: 12 },
  { heading: '签署人', width: 12 },
  { heading: '签署时间', width: 18 },
  { heading: '所签内容 SHA-256', width: 68 },
]

export function exportCommitments(rows: readonly CommitmentRow[]): Readable {
  return writeSheet(
    { name: '签署情况', columns },
    rows.map(row => [
      row.unitName,
      row.name,
      row.campaignName,
      stateWords[row.state],
      row.untilDay,
      row.signedByName,
      row.signedAt && localDayTime(new Date(row.signedAt)),
      row.signedSha256,
    ]),
  )
}

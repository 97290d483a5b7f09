import { localDay, localTime } from '@jianbao/platform/clock'
import { writeSheet } from '../write-sheet.ts'
import type { CommitmentRow } from './commitment.store.ts'

const stateWords = { signed: '已签署', unsigned: '未签署', overdue: '逾期未签' } as const

export function exportCommitments(rows: readonly CommitmentRow[]): Promise<Buffer> {
  return writeSheet<CommitmentRow>(
    '签署情况',
    [
      { heading: '单位', width: 36, text: row => row.unitName },
      { heading: '责任书', width: 30, text: row => row.name },
      { heading: '工作', width: 30, text: row => row.campaignName },
      { heading: '状态', width: 12, text: row => stateWords[row.state] },
      { heading: '签署期限', width: 12, text: row => row.untilDay },
      { heading: '签署人', width: 12, text: row => row.signedByName },
      { heading: '签署时间', width: 18, text: row => row.signedAt && moment(row.signedAt) },
      { heading: '所签内容 SHA-256', width: 68, text: row => row.signedSha256 },
    ],
    rows,
  )
}

function moment(instant: string): string {
  const at = new Date(instant)
  return `${localDay(at)} ${localTime(at)}`
}

import type { Readable } from 'node:stream'
import { localDayTime } from '@jianbao/platform/clock'
import { writeSheet } from '@jianbao/platform/sheet'
import type { MissiveState, MissiveSummary } from '../../contract/index.ts'
import { kindWords } from '../frozen/kind-words.ts'

const states: Readonly<Record<MissiveState, string>> = {
  draft: '起草中',
  waiting: '待签发',
  issued: '已签发',
  recalled: '已撤回',
}
const columns = [
  { heading: '文种', width: 10 },
  { heading: '文号', width: 28 },
  { heading: '标题', width: 50 },
  { heading: '主送', width: 28 },
  { heading: '签发单位', width: 28 },
  { heading: '状态', width: 10 },
  { heading: '事项数', width: 8 },
  { heading: '签发时间', width: 18 },
  { heading: '收件数', width: 8 },
  { heading: '已签收', width: 8 },
  { heading: '回复时限', width: 12 },
  { heading: '已回复', width: 8 },
  { heading: '超期未回复', width: 12 },
  { heading: '起草人', width: 12 },
]

export function writeMissives(rows: readonly MissiveSummary[]): Readable {
  const lines = rows.map(row => [
    kindWords[row.kind],
    row.number ?? '',
    row.title,
    row.kind === 'circular' ? `${row.addresseeName}所属各单位` : row.addresseeName,
    row.unitName,
    states[row.state],
    row.items,
    row.issuedAt ? localDayTime(new Date(row.issuedAt)) : '',
    row.recipients,
    row.acknowledged,
    row.replyDueDay ?? '',
    row.replied,
    row.overdue,
    row.createdName,
  ])
  return writeSheet({ name: '督办公文', columns }, lines)
}

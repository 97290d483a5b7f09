/** The recipients of an issue as an Excel workbook, as the list shows them. */
import type { Readable } from 'node:stream'
import { localDayTime } from '@jianbao/platform/clock'
import { writeSheet } from '@jianbao/platform/sheet'
import type { Delivery, DeliveryState, DeliveryWay } from '../../contract/index.ts'

const ways: Readonly<Record<DeliveryWay, string>> = { app: '系统', mail: '邮件', print: '纸质' }
const states: Readonly<Record<DeliveryState, string>> = {
  acknowledged: '已签收',
  opened: '已打开',
  delivered: '已送达',
  waiting: '邮件在途',
  failed: '邮件未送达',
  unmailed: '未发邮件',
  print: '寄送纸质件',
}
const columns = [
  { heading: '类别', width: 8 },
  { heading: '收文单位', width: 34 },
  { heading: '方式', width: 10 },
  { heading: '邮箱', width: 30 },
  { heading: '状态', width: 14 },
  { heading: '送达时间', width: 18 },
  { heading: '打开时间', width: 18 },
  { heading: '阅读人数', width: 10 },
  { heading: '签收时间', width: 18 },
  { heading: '签收人', width: 14 },
  { heading: '催办次数', width: 10 },
  { heading: '最近催办', width: 18 },
  { heading: '回复时限', width: 14 },
  { heading: '回复时间', width: 18 },
  { heading: '回复人', width: 14 },
  { heading: '回复内容', width: 50 },
  { heading: '备注', width: 24 },
]

export function writeDeliveries(rows: readonly Delivery[]): Readable {
  const lines = rows.map(row => [
    row.to,
    row.name,
    ways[row.way],
    row.email ?? '',
    states[row.state],
    moment(row.deliveredAt),
    moment(row.openedAt),
    row.way === 'app' ? row.readers : '',
    moment(row.acknowledgedAt),
    row.acknowledgedName ?? (row.acknowledgedAt ? '邮件确认' : ''),
    row.reminders,
    moment(row.remindedAt),
    row.replyDueDay ?? '',
    moment(row.repliedAt),
    row.repliedName ?? '',
    row.reply ?? '',
    row.addedName ? `补发（${row.addedName}）` : '',
  ])
  return writeSheet({ name: '分发情况', columns }, lines)
}

const moment = (at: string | null): string => (at === null ? '' : localDayTime(new Date(at)))

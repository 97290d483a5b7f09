import type { Readable } from 'node:stream'
import { writeSheet } from '@jianbao/platform/sheet'
import type { ServiceSums, ServiceTotals } from '../../../contract/index.ts'

/** The totals as they are shown, the whole first. */
export function writeServiceTotals({ whole, rows }: ServiceTotals): Readable {
  const line = (name: string, sums: ServiceSums) => [
    name,
    ...[sums.items, sums.open, sums.done, sums.failing, sums.public, sums.people, sums.attendances],
    Number(sums.budget),
    Number(sums.spent),
  ]
  const headings = [
    '单位',
    '事项',
    '办理中',
    '已办结',
    '未达标',
    '已公示',
    '受益人数',
    '服务人次',
    '计划投入（元）',
    '实际投入（元）',
  ]
  return writeSheet(
    { name: '办实事汇总', columns: headings.map((heading, at) => ({ heading, width: at === 0 ? 28 : 14 })) },
    (async function* () {
      yield line('合计', whole)
      for (const row of rows) yield line(row.unitName, row)
    })(),
  )
}

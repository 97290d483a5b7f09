import type { BoundUnit } from '../contract/index.ts'
import { writeSheet } from './write-sheet.ts'

/** Units of a task, with the periods that are open again for them. */
export function exportBoundUnits(rows: readonly BoundUnit[]): Promise<Buffer> {
  return writeSheet<BoundUnit>(
    '单位',
    [
      { heading: '编码', width: 14, text: row => row.code },
      { heading: '单位', width: 36, text: row => row.name },
      { heading: '上级', width: 30, text: row => row.above },
      {
        heading: '准予补报',
        width: 40,
        text: row =>
          row.openings
            .map(({ periodName, untilDay, over }) => `${periodName}（至 ${untilDay}${over ? '，已过' : ''}）`)
            .join('；'),
      },
    ],
    rows,
  )
}

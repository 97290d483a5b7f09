import type { Readable } from 'node:stream'
import { writeSheet } from '@jianbao/platform/sheet'
import type { BoundUnit } from '../contract/index.ts'

const columns = [
  { heading: '编码', width: 14 },
  { heading: '单位', width: 36 },
  { heading: '上级', width: 30 },
  { heading: '准予补报', width: 40 },
]

/** Units of a task, with the periods that are open again for them. */
export function exportBoundUnits(rows: readonly BoundUnit[]): Readable {
  return writeSheet(
    { name: '单位', columns },
    rows.map(({ code, name, above, openings }) => [
      code,
      name,
      above,
      openings
        .map(({ periodName, untilDay, over }) => `${periodName}（至 ${untilDay}${over ? '，已过' : ''}）`)
        .join('；'),
    ]),
  )
}

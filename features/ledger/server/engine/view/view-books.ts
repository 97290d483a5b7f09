/** Matrix and statistics as sheets: the lines and columns a page shows. */
import type { Readable } from 'node:stream'
import { type SheetColumn, writeSheet } from '@jianbao/platform/sheet'
import type {
  ItemFigures,
  ItemMatrix,
  ItemState,
  ItemStatistics,
  LightTally,
  MatrixTally,
  StatisticsLine,
} from '../../../contract/index.ts'
import { kindWords } from '../../matrix/coverage.words.ts'
import { sizeOf } from './light-tally.ts'

const stateWords: Readonly<Record<ItemState, string>> = {
  draft: '立项',
  review: '待审核',
  ready: '待下发',
  dispatched: '待签收',
  doing: '办理中',
  feedback: '待复核',
  closed: '已销号',
  settled: '已巩固',
  cancelled: '已撤销',
}
const ledgerWords = { work: '工作台账', rectification: '整改台账', service: '办实事清单' } as const
const tallyWords = [
  ['red', '红灯'],
  ['yellow', '黄灯'],
  ['blue', '蓝灯'],
  ['green', '绿灯'],
  ['done', '办结'],
  ['before', '未下发'],
] as const satisfies readonly (readonly [keyof LightTally, string])[]

export function matrixBook({ columns, rows, totals, sum, lines }: ItemMatrix): Readable {
  const heads: SheetColumn[] = [
    { heading: lines === 'kinds' ? '单位类别' : '单位', width: 28 },
    { heading: '上级单位', width: 22 },
    ...columns.map(({ code, title }) => ({ heading: `${code} ${title}`, width: 18 })),
    ...tallyWords.map(([, heading]) => ({ heading, width: 8 })),
  ]
  const figures = (tally: LightTally) => tallyWords.map(([key]) => tally[key])
  const body = rows.map(row => [
    nameOf(row),
    row.above,
    ...row.cells.map(cell => (cell ? cellWords(cell) : '—')),
    ...figures(row.total),
  ])
  const last = [
    '合计',
    null,
    ...totals.map(total => (sizeOf(total) ? tallyText(total) : '—')),
    ...figures(sum),
  ]
  return writeSheet({ name: '台账矩阵', columns: heads, fixedColumns: 1 }, [...body, last])
}

const nameOf = ({ unitId, name, kind, own }: ItemMatrix['rows'][number]): string => {
  if (unitId === null) return kind ? kindWords[kind] : ''
  return own ? `${name}（本级）` : (name ?? '')
}

/** 红灯 2 绿灯 5: nothing of what there is none. */
const tallyText = (tally: LightTally): string =>
  tallyWords
    .filter(([key]) => tally[key] > 0)
    .map(([key, word]) => `${word} ${tally[key]}`)
    .join(' ')

function cellWords(cell: MatrixTally): string {
  if (!cell.item) return tallyText(cell)
  const light = tallyWords.find(([key]) => !['done', 'before'].includes(key) && cell[key] > 0)
  return light ? `${light[1]} ${stateWords[cell.item.state]}` : stateWords[cell.item.state]
}

const lineHeads = { unit: '单位', 'unit-kind': '单位类别', 'ledger-kind': '台账', month: '截止月份' } as const

export function statisticsBook({ by, rows, sum }: ItemStatistics): Readable {
  const heads: SheetColumn[] = [
    { heading: lineHeads[by], width: 28 },
    ...['未办结', '已办结', '逾期未办结', '逾期办结', '重新办理', '有提示'].map(heading => ({
      heading,
      width: 11,
    })),
    { heading: '重新办理占比', width: 12 },
    { heading: '办结用时中位数（天）', width: 18 },
  ]
  return writeSheet({ name: '台账统计', columns: heads, fixedColumns: 1 }, [
    ...rows.map(row => [lineName(row), ...figuresOf(row)]),
    ['合计', ...figuresOf(sum)],
  ])
}

function lineName({ name, own, unitKind, kind, month }: StatisticsLine): string {
  if (unitKind) return kindWords[unitKind]
  if (kind) return ledgerWords[kind]
  return month ?? (own ? `${name}（本级）` : (name ?? ''))
}

function figuresOf({ open, done, overdue, late, reopened, flagged, medianDays }: ItemFigures) {
  const given = open + done
  const share = given === 0 ? null : `${((reopened / given) * 100).toFixed(1)}%`
  return [open, done, overdue, late, reopened, flagged, share, medianDays]
}

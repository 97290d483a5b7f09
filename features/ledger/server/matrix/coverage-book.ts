/** The matrix and its lists as sheets: the columns a page shows, with the numbers a cell puts into one sign. */
import type { Readable } from 'node:stream'
import { type SheetColumn, writeSheet } from '@jianbao/platform/sheet'
import { type Coverage, doneOf, type EntryPage, ratesOf, type Tally } from '../../contract/index.ts'
import { entryStateWords, kindWords } from './coverage.words.ts'

export function coverageBook(coverage: Coverage): Readable {
  const { columns, rows, totals, sum, lines } = coverage
  const heads: SheetColumn[] = [
    { heading: lines === 'kinds' ? '单位类别' : '单位', width: 28 },
    { heading: '上级单位', width: 22 },
    ...columns.map(({ short }) => ({ heading: `${short}（已报/应报）`, width: 14 })),
    ...['应报', '已报', '按时', '迟报', '在办', '未报'].map(heading => ({ heading, width: 8 })),
    ...['上报率', '按时率', '缺口率'].map(heading => ({ heading, width: 9 })),
  ]
  const body = rows.map(row => [
    nameOf(row),
    row.above,
    ...row.cells.map(cell => (cell ? shareOf(cell) : '—')),
    ...figures(row.total),
  ])
  const last = ['合计', null, ...totals.map(total => (total.bound ? shareOf(total) : '—')), ...figures(sum)]
  return writeSheet({ name: '覆盖情况', columns: heads, fixedColumns: 1 }, [...body, last])
}

const shareOf = (tally: Tally): string => {
  const extra = tally.early > 0 ? `（提前 ${tally.early}）` : ''
  return `${doneOf(tally)}/${tally.expected}${extra}`
}

function nameOf({ name, kind, own, unitId }: Coverage['rows'][number]): string {
  if (unitId === null) return kind ? kindWords[kind] : ''
  return own ? `${name}（本级）` : (name ?? '')
}

function figures(tally: Tally): (number | string | null)[] {
  const rates = ratesOf(tally)
  const percent = (rate: number | undefined) => (rate === undefined ? null : `${(rate * 100).toFixed(1)}%`)
  return [
    ...[tally.expected, doneOf(tally), tally.onTime, tally.late, tally.underWay, tally.silent],
    ...[percent(rates?.reported), percent(rates?.onTime), percent(rates?.gap)],
  ]
}

const entryHeads: SheetColumn[] = [
  { heading: '单位', width: 26 },
  { heading: '上级单位', width: 22 },
  { heading: '单位类别', width: 12 },
  { heading: '任务', width: 28 },
  { heading: '期次', width: 10 },
  { heading: '截止日', width: 12 },
  { heading: '逾期天数', width: 9 },
  { heading: '状态', width: 10 },
  { heading: '佐证', width: 50 },
  { heading: '在办', width: 40 },
  { heading: '最近催办', width: 12 },
]

export function entryBook({ rows }: Pick<EntryPage, 'rows'>): Readable {
  const body = rows.map(row => [
    row.unitName,
    row.above,
    kindWords[row.unitKind],
    row.taskName,
    row.periodName,
    row.dueDay,
    row.daysLate > 0 && gapStates.includes(row.state) ? row.daysLate : null,
    entryStateWords[row.state],
    row.proofs
      .map(
        ({ kind, title, day }) =>
          `${day} ${kind === 'imported' ? '［历史简报］' : ''}${title ?? '（不在您的查看范围）'}`,
      )
      .join('\n'),
    row.pending.map(({ title, at }) => [title, at].filter(Boolean).join(' ')).join('\n'),
    row.remindedAt?.slice(0, 10) ?? null,
  ])
  return writeSheet({ name: '台账明细', columns: entryHeads, fixedColumns: 1 }, body)
}

const gapStates: readonly string[] = ['under-way', 'silent']

import { expect, test } from 'vitest'
import { issueWith, itemOf, noRegister } from '../proof-text.fixture.ts'
import { proofread } from '../proofread.ts'

const table = (rows: string[][], header: string[] | null = ['县区', '场次', '人次']) =>
  proofread(issueWith([itemOf(['见下表。', { type: 'table', header, rows }])]), noRegister)
    .filter(finding => finding.rule === 'table-total')
    .map(finding => ({ quote: finding.quote, mend: finding.mend, cell: finding.place.cell }))

test.each<[string, string[][], string[] | null, unknown[]]>([
  [
    'a column',
    [
      ['甲', '3', '120'],
      ['乙', '4', '80'],
      ['合计', '8', '200'],
    ],
    ['县区', '场次', '人次'],
    [{ quote: '8', mend: '7', cell: { row: 3, column: 1 } }],
  ],
  [
    'thousands',
    [
      ['甲', '1,200', '1'],
      ['乙', '800', '1'],
      ['总计', '2,100', '2'],
    ],
    ['县区', '场次', '人次'],
    [{ quote: '2,100', mend: '2000', cell: { row: 3, column: 1 } }],
  ],
  [
    'a row',
    [['甲', '3', '4', '8']],
    ['县区', '讲座', '展览', '合计'],
    [{ quote: '8', mend: '7', cell: { row: 1, column: 3 } }],
  ],
  [
    'decimals',
    [
      ['甲', '1.5', '1'],
      ['乙', '2.25', '1'],
      ['合计', '3.8', '2'],
    ],
    ['县区', '万元', '项'],
    [{ quote: '3.8', mend: '3.75', cell: { row: 3, column: 1 } }],
  ],
  [
    'no header',
    [
      ['县区', '场次'],
      ['甲', '3'],
      ['乙', '4'],
      ['合计', '9'],
    ],
    null,
    [{ quote: '9', mend: '7', cell: { row: 3, column: 1 } }],
  ],
  [
    'a dash is nothing',
    [
      ['甲', '3', '1'],
      ['乙', '—', '1'],
      ['丙', '2', '1'],
      ['合计', '6', '3'],
    ],
    ['县区', '场次', '项'],
    [{ quote: '6', mend: '5', cell: { row: 4, column: 1 } }],
  ],
])('totals of a table: %s', (_, rows, header, expected) => {
  expect(table(rows, header)).toEqual(expected)
})

test.each<[string, string[][], string[] | null]>([
  [
    'right sums',
    [
      ['甲', '3', '120'],
      ['乙', '4', '80'],
      ['合计', '7', '200'],
    ],
    ['县区', '场次', '人次'],
  ],
  [
    'subtotals',
    [
      ['甲', '3'],
      ['小计', '3'],
      ['乙', '4'],
      ['合计', '9'],
    ],
    ['县区', '场次'],
  ],
  [
    'approximate numbers',
    [
      ['甲', '3余'],
      ['乙', '4'],
      ['合计', '9'],
    ],
    ['县区', '场次'],
  ],
  [
    'no total',
    [
      ['甲', '3'],
      ['乙', '4'],
    ],
    ['县区', '场次'],
  ],
  [
    'a total of one row',
    [
      ['甲', '3'],
      ['合计', '9'],
    ],
    ['县区', '场次'],
  ],
  [
    'words',
    [
      ['甲', '已办'],
      ['乙', '在办'],
      ['合计', '2'],
    ],
    ['县区', '进度'],
  ],
])('no finding in a table: %s', (_, rows, header) => {
  expect(table(rows, header)).toEqual([])
})

import { expect, it } from 'vitest'
import type { TableNode } from '../contract/index.ts'
import { setTable } from './set-table.ts'

const cell = (text: string, type: 'tableCell' | 'tableHeader' = 'tableCell') => ({
  type,
  content: text.split('\n').map(line => ({
    type: 'paragraph' as const,
    ...(line ? { content: [{ type: 'text' as const, text: line }] } : {}),
  })),
})
const table = (rows: ReturnType<typeof cell>[][], caption?: string): TableNode => ({
  type: 'table',
  ...(caption === undefined ? {} : { attrs: { caption } }),
  content: rows.map(content => ({ type: 'tableRow', content })),
})
const head = (text: string) => cell(text, 'tableHeader')

it('prints rows of headings on top again, cells as one line, short rows filled up', () => {
  expect(
    setTable(
      table([[head('县区'), head('场次')], [cell('溪口县\n城关'), cell('12')], [cell('合计')]], ' 活动统计 '),
    ),
  ).toEqual([
    {
      ...{ type: 'table', caption: '活动统计', headRows: 1 },
      rows: [
        ['县区', '场次'],
        ['溪口县 城关', '12'],
        ['合计', ''],
      ],
    },
  ])
})

it('has no heading rows where a row has another cell, or nothing else stands below', () => {
  expect(
    setTable(
      table([
        [head('县区'), cell('溪口县')],
        [head('场次'), cell('12')],
      ]),
    ),
  ).toMatchObject([{ headRows: 0, caption: null }])
  expect(setTable(table([[head('县区')]]))).toMatchObject([{ headRows: 0 }])
})

it('leaves out a table without a word', () => {
  expect(setTable(table([[head(''), cell('')]]))).toEqual([])
})

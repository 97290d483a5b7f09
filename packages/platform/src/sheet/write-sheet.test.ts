import { buffer } from 'node:stream/consumers'
import ExcelJs from 'exceljs'
import { expect, test } from 'vitest'
import { type SheetCell, writeSheet } from './index.ts'

const head = {
  name: '来稿[3/4]',
  columns: [
    { heading: '标题', width: 40 },
    { heading: '数据', width: 8 },
  ],
  fixedColumns: 1,
}

async function sheetOf(rows: Parameters<typeof writeSheet>[1]) {
  const book = new ExcelJs.Workbook()
  await book.xlsx.load((await buffer(writeSheet(head, rows))) as unknown as ArrayBuffer)
  return book.worksheets[0]!
}

test('texts are text whatever they begin with, numbers are numbers, nothing stays nothing', async () => {
  const sheet = await sheetOf([
    ['=1+1', 3],
    ['@sum', null],
  ])
  expect(sheet.name).toBe('来稿 3 4 ')
  expect(sheet.getRow(1).values).toEqual([undefined, '标题', '数据'])
  const [formula, number] = [sheet.getCell('A2'), sheet.getCell('B2')]
  expect([formula.type, formula.value, formula.numFmt]).toEqual([ExcelJs.ValueType.String, '=1+1', '@'])
  expect([number.value, sheet.getCell('A3').value, sheet.getCell('B3').value]).toEqual([3, '@sum', null])
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 })
})

test('what XML or a cell cannot hold is left out, and the book still opens', async () => {
  const sheet = await sheetOf([
    ['a\u0000b\uffff\ud800c\nd', 0],
    ['长'.repeat(40_000), 1],
  ])
  expect(sheet.getCell('A2').value).toBe('ab\ufffdc\nd')
  expect(String(sheet.getCell('A3').value)).toHaveLength(32_000)
})

test('an error of reading ends the stream with it', async () => {
  async function* rows(): AsyncGenerator<SheetCell[]> {
    yield ['一', 1]
    throw new Error('gone')
  }
  await expect(buffer(writeSheet(head, rows()))).rejects.toThrow('gone')
})

test('nothing more is read once nobody takes it', async () => {
  let read = 0
  async function* rows(): AsyncGenerator<SheetCell[]> {
    for (;;) {
      yield ['一', read++]
      if (read === 3) stream.destroy()
      if (read > 10) throw new Error('read on')
    }
  }
  const stream = writeSheet(head, rows())
  await new Promise(done => stream.once('close', done))
  await new Promise(setImmediate)
  // One row was on its way.
  expect(read).toBe(4)
})

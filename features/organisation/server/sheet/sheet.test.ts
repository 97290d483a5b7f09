import ExcelJs from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetProblemLine } from '../../contract/index.ts'
import { annotateSheet } from './annotate-sheet.ts'
import { sheetForms } from './forms.ts'
import { readSheet } from './read-sheet.ts'
import { writeBook } from './write-book.ts'

const { units, people } = sheetForms
const lines = (problems: readonly Parameters<typeof sheetProblemLine>[0][]) =>
  problems.map(problem => sheetProblemLine(problem, 'zh'))

/** A workbook of units with these cells below the headings. */
async function book(change: (sheet: ExcelJs.Worksheet, book: ExcelJs.Workbook) => void): Promise<Buffer> {
  const made = new ExcelJs.Workbook()
  const sheet = made.addWorksheet('单位')
  sheet.addRow(['编码', '全称', '类别', '上级编码', '简称', '排序'])
  change(sheet, made)
  return Buffer.from(await made.xlsx.writeBuffer())
}
const read = async (bytes: Buffer) => readSheet(bytes, '名册.xlsx', units)
const city = ['990100', '云岭市科协', '市级', 'ROOT']

test('the template holds no rows, and what is filled in is read', async () => {
  for (const form of [units, people]) {
    const template = await writeBook(form, null)
    const sheet = await readSheet(template, 'a.xlsx', form)
    expect(lines(sheet.problems)).toEqual(['第 1 行：表头下面没有数据。'])
    const made = new ExcelJs.Workbook()
    await made.xlsx.load(template as never)
    expect(made.worksheets.map(each => each.name)).toEqual([form.title, '示例', '填写说明'])
    made.worksheets[0]!.addRow(
      form.columns.map(column => (form.examples[0]![column.key] ?? '').replace('{code}', '990100')),
    )
    const filled = await readSheet(Buffer.from(await made.xlsx.writeBuffer()), 'a.xlsx', form)
    expect(filled.problems).toEqual([])
    expect(filled.rows).toMatchObject([{ row: 2, texts: { name: form.examples[0]!['name'] } }])
    expect(made.worksheets[1]!.getSheetValues().flat()).toContain('990100')
  }
})

test('whatever is exported is read back as it was, and no cell is a formula', async () => {
  const character = fc.oneof(
    fc.constantFrom(...'=+-@"\'&<>_x0041_省科协、，(（）)　１'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  )
  const text = fc
    .array(character, { maxLength: 12 })
    .map(parts => parts.join('').replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]|\s/gu, ''))
  const row = fc.record({ code: text, name: text, shortNames: text })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async rows => {
      const written = await writeBook(units, rows)
      const sheet = await read(written)
      const there = rows.filter(each => Object.values(each).some(Boolean))
      expect(
        sheet.rows.map(({ texts }) => ({ name: texts['name'], shortNames: texts['shortNames'] })),
      ).toEqual(there.map(({ name, shortNames }) => ({ name, shortNames })))
      const made = new ExcelJs.Workbook()
      await made.xlsx.load(written as never)
      made.worksheets[0]!.eachRow(each =>
        each.eachCell(cell => expect([ExcelJs.ValueType.String]).toContain(cell.type)),
      )
    }),
    { numRuns: 60 },
  )
})

test('numbers, links and rich text are taken for what they say; blanks and line ends are mended', async () => {
  const bytes = await book(sheet => {
    sheet.addRow([990100, { richText: [{ text: '云岭' }, { text: '市科协' }] }, '市级', 'ROOT'])
    sheet.addRow([
      '　９９０１０１ ',
      '溪口县\r\n科协 ',
      ' 县级',
      { text: '990100', hyperlink: 'http://a.invalid' },
    ])
    sheet.addRow([])
    sheet.addRow([null, '   '])
    sheet.addRow(['990200', '海州市科协', '市级', 'ROOT', '海州市科协\n海州科协', 3])
  })
  const { rows, problems } = await read(bytes)
  expect(problems).toEqual([])
  expect(
    rows.map(({ row, texts }) => [row, texts['code'], texts['name'], texts['parent'], texts['position']]),
  ).toEqual([
    [2, '990100', '云岭市科协', 'ROOT', ''],
    [3, '990101', '溪口县科协', '990100', ''],
    [6, '990200', '海州市科协', 'ROOT', '3'],
  ])
})

test.each<[string, (sheet: ExcelJs.Worksheet, book: ExcelJs.Workbook) => void, string]>([
  [
    'a formula',
    sheet => sheet.addRow(['990100', { formula: 'A1', result: '云岭' }, '市级', 'ROOT']),
    '第 2 行“全称”：这一格是公式。请复制后“选择性粘贴—数值”，再上传。',
  ],
  [
    'a shared formula',
    sheet => {
      sheet.addRow(['990100', '云岭市科协', '市级', 'ROOT'])
      sheet.addRow(['990101', '溪口县科协', '县级', '990100'])
      sheet.fillFormula('B2:B3', 'A2', [[1], [2]])
    },
    '第 3 行“全称”：这一格是公式。请复制后“选择性粘贴—数值”，再上传。',
  ],
  ['an error', sheet => sheet.addRow(['1', { error: '#N/A' }]), '第 2 行“全称”：这一格是错误值 #N/A。'],
  [
    'a date',
    sheet => sheet.addRow([new Date('2021-05-01'), '云岭']),
    '第 2 行“编码”：这一格被存成了日期。请把单元格格式改为“文本”后重新填写。',
  ],
  [
    'a long number',
    sheet => sheet.addRow([1234567890123456, '云岭']),
    '第 2 行“编码”：数字“1234567890123456”已被 Excel 改得不准了。请把单元格格式改为“文本”后重新填写。',
  ],
  [
    'merged cells',
    sheet => {
      sheet.addRow(city)
      sheet.addRow(['990101', '溪口县科协'])
      sheet.mergeCells('B2:B3')
    },
    '第 2 行：单元格 B2:B3 是合并的。请取消合并，每格单独填写。',
  ],
  [
    'a hidden row',
    sheet => {
      sheet.addRow(city).hidden = true
    },
    '第 2 行：有 1 行被隐藏或被筛选掉了（2）。请取消隐藏或清除筛选后再上传。',
  ],
  [
    'a hidden column',
    sheet => {
      sheet.addRow(city)
      sheet.getColumn(3).hidden = true
    },
    '第 1 行“类别”：这一列被隐藏了，请取消隐藏，看清内容后再上传。',
  ],
  [
    'an unknown column',
    sheet => {
      sheet.getCell('G1').value = '简秤'
    },
    '第 1 行“简秤”：模板中没有这一列。您是指“简称”吗？',
  ],
  [
    'a missing column',
    sheet => {
      sheet.getCell('C1').value = '序号'
    },
    '第 1 行“类别”：缺少这一列。',
  ],
  [
    'a doubled column',
    sheet => {
      sheet.getCell('G1').value = '编码'
    },
    '第 1 行“编码”：这一列出现了两次（A、G），请删去一列。',
  ],
  [
    'two sheets',
    (sheet, made) => {
      sheet.addRow(city)
      made.addWorksheet('市县').addRow(['编码', '全称', '类别', '上级编码'])
    },
    '工作簿里有 2 张表都有表头（“单位”“市县”），不知道导入哪一张。请只留一张。',
  ],
])('%s is one line', async (_, change, line) => {
  const { problems } = await read(await book(change))
  expect(lines(problems).at(-1)).toBe(line)
})

test('a title above the headings is passed over; a sheet without headings is told', async () => {
  const made = new ExcelJs.Workbook()
  const sheet = made.addWorksheet('Sheet1')
  sheet.addRow(['云岭市科协系统单位一览表'])
  sheet.mergeCells('A1:F1')
  sheet.addRow(['序号', '单位编码*', '单位名称（必填）', '单位类别', '上级编码', '备注'])
  sheet.addRow([{ formula: 'ROW()-2', result: 1 }, ...city, '无'])
  const { rows, problems } = await read(Buffer.from(await made.xlsx.writeBuffer()))
  expect(problems).toEqual([])
  expect(rows).toEqual([
    { row: 3, texts: { code: '990100', name: '云岭市科协', kind: '市级', parent: 'ROOT' } },
  ])
  const none = new ExcelJs.Workbook()
  none.addWorksheet('Sheet1').addRow(['甲', '乙'])
  const { problems: told } = await read(Buffer.from(await none.xlsx.writeBuffer()))
  expect(lines(told)).toEqual([
    '没有找到表头。请用下载的模板，第一行应有“编码”“全称”“类别”“上级编码”等列名。',
  ])
})

test('the sheet comes back as it was with a column of its own, also a second time', async () => {
  const bytes = await book(sheet => {
    sheet.addRow(city)
    sheet.addRow(['990101', '溪口县科协', '县级', '410399']).font = { italic: true }
  })
  const place = { sheetName: '单位', headerRow: 1 }
  const once = await annotateSheet(bytes, 'a.xlsx', place, [
    { row: 2, text: '新增', bad: false },
    { row: 3, text: '第 3 行“上级编码”：未找到：410399。', bad: true },
  ])
  const twice = await annotateSheet(once, 'a.xlsx', place, [{ row: 3, text: '新增', bad: false }])
  const made = new ExcelJs.Workbook()
  await made.xlsx.load(once as never)
  const sheet = made.worksheets[0]!
  expect(sheet.getCell('G1').text).toBe('导入结果')
  expect([sheet.getCell('G2').text, sheet.getCell('G3').text]).toEqual([
    '新增',
    '第 3 行“上级编码”：未找到：410399。',
  ])
  expect(sheet.getCell('G3').font.color).toEqual({ argb: 'FFC00000' })
  expect(sheet.getCell('B3').font.italic).toBe(true)
  await made.xlsx.load(twice as never)
  expect(city.map((_, at) => made.worksheets[0]!.getRow(2).getCell(at + 1).text)).toEqual(city)
  expect(made.worksheets[0]!.getCell('G2').text).toBe('')
  expect(made.worksheets[0]!.getCell('G3').text).toBe('新增')
  expect(made.worksheets[0]!.getCell('H1').text).toBe('')
  expect((await read(twice)).problems).toEqual([])
})

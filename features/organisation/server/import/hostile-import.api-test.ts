/** Files that are no sheet, or more than one can stand: refused at once with one line, and nothing is kept. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, uploadBody, type ZipPart, zipFile } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Import } from '../../contract/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

async function send(content: Uint8Array, fileName = '名册.xlsx') {
  const agent = await app.as('system-administrator')
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
  const answer = await agent.upload(payload, contentType, '/api/imports?kind=units')
  await app.imports.queue.idle()
  return { status: answer.statusCode, body: answer.json() }
}
const get = async (id: string): Promise<Import> =>
  (await (await app.as('system-administrator')).get(`/api/imports/${id}`)).json()

const sheetXml = (rows: string, more = ''): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${more}</worksheet>`
const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const heads = (): string =>
  ['编码', '全称', '类别', '上级编码']
    .map((text, at) => `<c r="${'ABCD'[at]}1" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join('')

/** A workbook by hand, with any parts beside it. */
function workbook(sheet: string, more: ZipPart[] = []): Buffer {
  return zipFile([
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="单位" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
    ...more,
  ])
}
const good = (): string =>
  sheetXml(
    `<row r="1">${heads()}</row><row r="2"><c r="A2"><v>777001</v></c><c r="B2" t="inlineStr"><is><t>手写学会</t></is></c><c r="C2" t="inlineStr"><is><t>学会</t></is></c><c r="D2" t="inlineStr"><is><t>ROOT</t></is></c></row>`,
  )
const ole = (): Buffer =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)])

test.each<[string, () => Buffer, number, string]>([
  [
    'an .xls',
    ole,
    422,
    '“名册.xlsx”不是 Excel 工作簿（.xlsx）：它是旧版 .xls 或 .et 格式。没有导入，请在 Excel 或 WPS 中另存为 .xlsx 再试。',
  ],
  [
    'a workbook with a password',
    () => Buffer.concat([ole(), Buffer.from('EncryptedPackage', 'utf16le')]),
    422,
    '“名册.xlsx”设有密码，没有导入。请取消密码、另存一份后再试。',
  ],
  [
    'a CSV',
    () => Buffer.from('编码,全称\n1,云岭'),
    422,
    '“名册.xlsx”不是 Excel 工作簿（.xlsx）：它是文本或 CSV，只是改了扩展名。没有导入，请在 Excel 或 WPS 中另存为 .xlsx 再试。',
  ],
  [
    'two bytes',
    () => Buffer.from('PK'),
    422,
    '“名册.xlsx”不是 Excel 工作簿（.xlsx）：它是文本或 CSV，只是改了扩展名。没有导入，请在 Excel 或 WPS 中另存为 .xlsx 再试。',
  ],
  [
    'a Word document',
    () => zipFile([{ name: 'word/document.xml', content: '<w/>' }]),
    422,
    '“名册.xlsx”不是 Excel 工作簿（.xlsx）：它是 Word 文档。没有导入，请在 Excel 或 WPS 中另存为 .xlsx 再试。',
  ],
  [
    'macros',
    () => workbook(good(), [{ name: 'xl/vbaProject.bin', content: 'x' }]),
    422,
    '“名册.xlsx”不能导入：里面有宏。请在 Excel 或 WPS 中另存为不带宏的 .xlsx。没有写入任何内容。',
  ],
  [
    'links to other workbooks',
    () => workbook(good(), [{ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }]),
    422,
    '“名册.xlsx”不能导入：它引用了别的工作簿。请复制全部内容，“选择性粘贴—数值”到模板里。没有写入任何内容。',
  ],
  [
    'a bomb',
    () => workbook(sheetXml('<row/>'.repeat(20_000) + ' '.repeat(40_000_000))),
    422,
    '“名册.xlsx”不能导入：压缩比例异常，解开后会撑满内存。没有写入任何内容。',
  ],
  [
    'a bomb that lies about its size',
    () =>
      workbook(good(), [
        { name: 'xl/media/image1.png', content: Buffer.alloc(30_000_000), claimsBytes: 1000 },
      ]),
    422,
    '“名册.xlsx”已损坏（内容已损坏，无法解开），没有导入，其他文件不受影响。请用原来的程序打开另存一份再试。',
  ],
  [
    'a million empty rows',
    () =>
      workbook(
        sheetXml(Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 1}" ht="14"/>`).join('')),
      ),
    422,
    '“名册.xlsx”不能导入：有一张表有 1000000 行，超过 30000 行的上限，多半是末尾有大量空行。请选中数据下面的空行，右键“删除”，保存后再上传。没有写入任何内容。',
  ],
  [
    'a ZIP cut short',
    () => workbook(good()).subarray(0, 500),
    422,
    '“名册.xlsx”已损坏（内容不完整），没有导入，其他文件不受影响。请用原来的程序打开另存一份再试。',
  ],
  [
    'a part that needs a password',
    () => workbook(good(), [{ name: 'xl/styles.xml', content: '<x/>', encrypted: true }]),
    422,
    '“名册.xlsx”设有密码，没有导入。请取消密码、另存一份后再试。',
  ],
])('%s', async (_, make, status, line) => {
  const { status: answered, body } = await send(make())
  expect(body.detail).toBe(line)
  expect(answered).toBe(status)
  expect(
    await rowsOf(app.connection.db, sql`select 1 from organisation_import where file_name = '名册.xlsx'`),
  ).toEqual([])
  expect(await readdir(join(app.config.dataFolder, 'files', 'incoming'))).toEqual([])
})

test('100 MB are refused while they come', async () => {
  const { status, body } = await send(Buffer.alloc(100 * 1024 * 1024, 'PK'))
  expect(status).toBe(413)
  expect(body.detail).toBe('“名册.xlsx”超过 20 MB 的上限，没有导入。请拆成几份再试。')
})

test('a workbook by hand is read; broken XML inside ends the import with one line, not the server', async () => {
  const fine = await send(workbook(good()), '手写.xlsx')
  expect(await get(fine.body.id)).toMatchObject({ state: 'checked', counts: { new: 1 } })
  for (const sheet of [
    '<worksheet><sheetData><row r="1"><c r="A1"',
    sheetXml('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
    `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${sheetXml(`<row r="1">${cell('&b;')}</row>`)}`,
  ]) {
    const sent = await send(workbook(sheet), '坏.xlsx')
    expect(sent.status).toBe(201)
    const ended = await get(sent.body.id)
    expect(['failed', 'refused']).toContain(ended.state)
    expect((ended.problem?.message ?? ended.problems[0]?.message)!.length).toBeGreaterThan(10)
  }
  const after = await send(workbook(good()), '手写.xlsx')
  expect(await get(after.body.id)).toMatchObject({ state: 'checked' })
})

test.each([
  ['columns without end', '<cols><col min="1" max="1000000000" width="9"/></cols>', ''],
  ['everything merged', '', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'],
])('%s are refused at once', async (_, before, after) => {
  const sheet = good()
    .replace('<sheetData>', `${before}<sheetData>`)
    .replace('</worksheet>', `${after}</worksheet>`)
  const { status, body } = await send(workbook(sheet))
  expect(status).toBe(422)
  expect(body.code).toBe('sheet-unusable')
})

test('rows and cells where none can be do no harm', async () => {
  for (const place of ['A99999999999', 'ZZZZZZZ9', 'A0', 'x']) {
    const row = `<row r="${place.replace(/\D/g, '') || 3}"><c r="${place}"><v>1</v></c></row>`
    const sent = await send(workbook(good().replace('</sheetData>', `${row}</sheetData>`)), '坏.xlsx')
    if (sent.status === 201)
      expect(['checked', 'refused', 'failed']).toContain((await get(sent.body.id)).state)
    else expect(sent.status).toBe(422)
  }
})

test('a list of choices over whole columns does not fill the memory', async () => {
  const rule =
    '<dataValidations count="1"><dataValidation type="list" sqref="C1:C1048576 D1:D1048576"><formula1>"学会"</formula1></dataValidation></dataValidations>'
  const sheet = good().replace('</worksheet>', `${rule}</worksheet>`)
  const sent = await send(workbook(sheet), '下拉.xlsx')
  expect(await get(sent.body.id)).toMatchObject({ state: 'checked', counts: { new: 1 } })
})

test('exported names that look like formulas are text', async () => {
  const agent = await app.as('system-administrator')
  const name = '=HYPERLINK("http://a.invalid","x")'
  const made = await agent.post('/api/units', {
    parentId: '00000000-0000-4000-8000-000000000001',
    kind: 'society',
    name,
  })
  expect(made.statusCode).toBe(201)
  const exported = await agent.post('/api/units/export', {})
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(exported.rawPayload as never)
  const cells: ExcelJs.Cell[] = []
  book.worksheets[0]!.eachRow(row => row.eachCell(one => cells.push(one)))
  expect(cells.find(one => one.text === name)).toMatchObject({ type: ExcelJs.ValueType.String, numFmt: '@' })
  expect(cells.some(one => one.type === ExcelJs.ValueType.Formula)).toBe(false)
  const again = await send(exported.rawPayload, '导出.xlsx')
  expect(await get(again.body.id)).toMatchObject({ state: 'done', counts: { changed: 0, new: 0 } })
})

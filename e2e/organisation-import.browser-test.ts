/** The system administrator brings units and people in by sheets: template, errors, confirmation, the way back. */
import { readFileSync } from 'node:fs'
import ExcelJs from 'exceljs'
import type { Download, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_390)

async function open(viewport = desktop, more: object = {}) {
  const visit = await demonstration.openWindow(viewport, more)
  const { page } = visit
  await page.goto(`${demonstration.url}/desk/imports`)
  await page.getByLabel('用户名').fill('xitong')
  await page.getByLabel('密码', { exact: true }).fill('jianbao-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '导入导出', level: 1 }).waitFor()
  return visit
}

async function sheetOf(download: Download): Promise<ExcelJs.Workbook> {
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(readFileSync((await download.path())!) as never)
  return book
}

async function save(page: Page, button: string | RegExp): Promise<ExcelJs.Workbook> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return sheetOf(download)
}

async function send(page: Page, name: string, book: ExcelJs.Workbook): Promise<void> {
  const buffer = Buffer.from(await book.xlsx.writeBuffer())
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
}

const barriers = async (page: Page) => expect(await findBarriers(page)).toEqual([])

it('fills in the template, mends what is told, confirms and finds the units', async () => {
  const { context, page, errors } = await open()
  await barriers(page)
  await takePicture(page, 'import-empty')
  const template = await save(page, '下载单位模板')
  const sheet = template.worksheets[0]!
  const above = template.worksheets[1]!.getRow(2).getCell(4).text
  sheet.addRow(['990100', '云岭市科学技术协会', '市级', above, '', '云岭市科协'])
  sheet.addRow(['990101', '溪口县科学技术协会', '县集', '990101'])
  await send(page, '单位.xlsx', template)
  await page.getByText('有 2 处错误，什么也没有写入').waitFor({ timeout: 60_000 })
  await page.getByText('第 3 行“类别”：没有“县集”这一项', { exact: false }).waitFor()
  await barriers(page)
  await takePicture(page, 'import-refused')
  const told = await save(page, '下载标注了结果的表')
  const result = told.worksheets[0]!
  const column = result.getRow(1).cellCount
  expect(result.getRow(1).getCell(column).text).toBe('导入结果')
  expect(result.getRow(2).getCell(column).text).toContain('本行没有问题')
  expect(result.getRow(3).getCell(column).text).toContain('上级不能是自己')
  // The sheet that came back is mended and dropped again, with its column of results.
  result.getRow(3).getCell(3).value = '县级'
  result.getRow(3).getCell(4).value = '990100'
  await send(page, '单位（改）.xlsx', told)
  await page.getByText('核对完毕，没有发现错误').waitFor({ timeout: 60_000 })
  await barriers(page)
  await takePicture(page, 'import-checked')
  await page.getByRole('button', { name: '确认写入 2 项' }).click()
  await page.getByText('导入完成').waitFor({ timeout: 60_000 })
  await barriers(page)
  await takePicture(page, 'import-done')
  await page.getByRole('link', { name: '← 导入导出' }).click()
  const history = page.getByRole('table', { name: '导入记录' })
  await history.getByRole('link', { name: '单位（改）.xlsx' }).waitFor()
  expect(await history.getByRole('row').count()).toBe(3)
  await barriers(page)
  await takePicture(page, 'import-history')
  const found = await page.request.get(
    `${demonstration.url}/api/units?q=${encodeURIComponent('溪口县科学技术协会')}`,
  )
  expect(await found.json()).toMatchObject({
    total: 1,
    rows: [{ code: '990101', name: '溪口县科学技术协会' }],
  })
  expect(errors).toEqual([])
  await context.close()
})

it('sends back what was exported without a change, and a file that is no sheet is told at once', async () => {
  const { context, page } = await open()
  const exported = await save(page, '导出现有单位')
  expect(exported.worksheets[0]!.rowCount).toBeGreaterThan(100)
  await send(page, '导出.xlsx', exported)
  await page.getByText('核对完毕，与系统一致').waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: '← 导入导出' }).click()
  const buffer = Buffer.from('编码,全称')
  await page.locator('input[type=file]').setInputFiles({ name: '名册.xlsx', mimeType: 'text/csv', buffer })
  await page.getByText('不是 Excel 工作簿', { exact: false }).waitFor()
  await takePicture(page, 'import-no-sheet')
  await barriers(page)
  await context.close()
})

it('people come in on a phone, in the dark, and a notice says when they are there', async () => {
  const { context, page, errors } = await open(phone, { colorScheme: 'dark' })
  await page.getByText('人员', { exact: true }).first().click()
  expect(await overflow(page)).toBe(0)
  await barriers(page)
  await takePicture(page, 'import-phone')
  const book = await save(page, '下载人员模板')
  const unit = book.worksheets[1]!.getRow(2).getCell(2).text
  for (let at = 0; at < 30; at++)
    book.worksheets[0]!.addRow([`甲${at}号`, unit, '', '科员', `139000000${10 + at}`])
  await send(page, '人员.xlsx', book)
  await page.getByText('核对完毕，没有发现错误').waitFor({ timeout: 60_000 })
  await barriers(page)
  await takePicture(page, 'import-phone-checked')
  await page.getByRole('button', { name: '确认写入 30 项' }).click()
  await page.getByText('导入完成').waitFor({ timeout: 60_000 })
  expect(await overflow(page)).toBe(0)
  await takePicture(page, 'import-phone-done')
  await page.goto(`${demonstration.url}/desk/notices`)
  await page.getByText('“人员.xlsx”已导入完成').waitFor()
  expect(errors).toEqual([])
  await context.close()
})

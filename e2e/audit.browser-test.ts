/** The auditor: reads what an administrator did, narrows it down, takes it away as a sheet, and proves that it is whole. */
import ExcelJs from 'exceljs'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_380)
const { visitAs } = demonstration

const entries = (page: Page) => page.getByRole('table', { name: '审计记录列表' }).getByRole('row')
const cards = (page: Page) => page.getByRole('list', { name: '审计记录列表' }).getByRole('listitem')

/** Renames a unit as the system administrator and, without the right to it, as an editor. */
async function renameUnit(): Promise<{ was: string; is: string }> {
  const { context } = await visitAs('xitong', '/')
  const { rows } = await (
    await context.request.get(`${demonstration.url}/api/units?kind=society&pageSize=1`)
  ).json()
  const [found] = rows.length
    ? rows
    : (await (await context.request.get(`${demonstration.url}/api/units?kind=city`)).json()).rows
  const url = `${demonstration.url}/api/units/${found.id}`
  const is = `${found.name}（新）`
  const change = { name: is, version: found.version }
  const send = async (who: BrowserContext) =>
    (await who.request.patch(url, { data: change, headers: { origin: demonstration.url } })).status()
  const editor = await visitAs('demo', '/')
  expect([await send(editor.context), await send(context)]).toEqual([404, 200])
  await editor.context.close()
  await context.close()
  return { was: found.name, is }
}

it('the auditor reads what was done, narrows it down, takes it away and proves that it is whole', async () => {
  const { was, is } = await renameUnit()
  const { context, page, errors } = await visitAs('shenji', '/audit')
  await page.getByRole('link', { name: `修改了单位“${is}”` }).waitFor()
  await takePicture(page, 'audit-list')
  expect(await findBarriers(page)).toEqual([])

  // The refused attempt of the editor is there, and stands out.
  await page.getByRole('combobox', { name: '结果' }).click()
  await page.getByTitle('未成', { exact: true }).click()
  await page.waitForURL(/outcome=refused/)
  await expect.poll(() => entries(page).count(), { timeout: 15_000 }).toBe(2)
  expect(await entries(page).nth(1).textContent()).toMatch(/编辑小简.*想修改单位.*未成：无权或不存在/)
  await page.getByRole('combobox', { name: '结果' }).click()
  await page.getByTitle('全部结果').last().click()
  await page.waitForURL(url => !url.search)

  await page.getByRole('combobox', { name: '操作' }).fill('修改了单位')
  await page.getByRole('combobox', { name: '操作' }).press('Enter')
  await page.waitForURL(/action=unit.edit/)
  await page.getByRole('searchbox', { name: '人员姓名或用户名' }).fill('xitong')
  await page.waitForURL(/person=xitong/)
  await expect.poll(() => entries(page).count(), { timeout: 15_000 }).toBe(2)

  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe('审计记录.xlsx')
  const book = new ExcelJs.Workbook()
  await book.xlsx.readFile(await file.path())
  const sheet = book.worksheets[0]!
  expect(sheet.rowCount).toBe(3)
  expect(sheet.getRow(2).values).toEqual(expect.arrayContaining(['系统管理员小系', '修改了单位', is, '完成']))
  expect(sheet.getRow(3).getCell(1).text).toBe('导出时链尾')

  await page.getByRole('link', { name: `修改了单位“${is}”` }).click()
  await page.getByRole('heading', { level: 1, name: /第 \d+ 号记录/ }).waitFor()
  const change = page.getByRole('region', { name: '改动明细' }).getByRole('row').nth(1)
  expect(await change.textContent()).toBe(`名称${was}${is}`)
  await takePicture(page, 'audit-entry')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('link', { name: '审计记录' }).last().click()
  await page.waitForURL(/person=xitong/)

  await page.getByRole('button', { name: '核验' }).click()
  await page.getByText(/审计员小审核验：[\d,]+ 条完好/).waitFor({ timeout: 60_000 })
  await takePicture(page, 'audit-verified')
  expect(await findBarriers(page)).toEqual([])

  // What the auditor took away and proved is in the trail itself.
  await page.goto(`${demonstration.url}/desk/audit?action=audit`)
  await expect.poll(() => entries(page).count(), { timeout: 15_000 }).toBe(3)
  expect(errors).toEqual([])
  await context.close()
})

it('on a phone each entry is a sentence, and what changed fits', async () => {
  const { context, page, errors } = await visitAs('shenji', '/audit', phone)
  await cards(page).first().waitFor()
  await takePicture(page, 'audit-phone')
  expect([await overflow(page), await findBarriers(page)]).toEqual([0, []])
  await page.getByRole('button', { name: '更多筛选' }).click()
  expect([await overflow(page), await findBarriers(page)]).toEqual([0, []])
  await takePicture(page, 'audit-phone-filters')
  await page.goto(`${demonstration.url}/desk/audit?action=unit.edit&outcome=done`)
  await cards(page).first().getByRole('link').click()
  await page.getByRole('region', { name: '改动明细' }).waitFor()
  await takePicture(page, 'audit-phone-entry')
  expect([await overflow(page), await findBarriers(page)]).toEqual([0, []])
  expect(errors).toEqual([])
  await context.close()
})

it('nobody else finds the trail, by menu or by address', async () => {
  for (const username of ['xitong', 'anquan', 'demo']) {
    const { context, page } = await visitAs(username, '/audit')
    await page.getByRole('navigation', { name: '主菜单' }).waitFor()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect([username, await page.getByText('审计记录').count()]).toEqual([username, 0])
    expect((await context.request.get(`${demonstration.url}/api/audit`)).status()).toBe(404)
    await context.close()
  }
})

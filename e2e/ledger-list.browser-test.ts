/** The list of items: tabs, cells that are written in, deeds for many, and sheets that go out and come back. */
import ExcelJs from 'exceljs'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17362)
const dayMs = 86_400_000
const day = (ahead: number): string => new Date(Date.now() + ahead * dayMs).toISOString().slice(0, 10)
/** Ant Design puts a blank between two Chinese letters of a button. */
const named = (words: string): RegExp => new RegExp(`^${[...words].join('\\s?')}$`)

type Row = { id: string; version: number; state: string; dueDay: string; unitName: string; ownerName: string }

/** A matter at three counties, past the form, which has its own test. */
async function propose(context: BrowserContext, title: string): Promise<void> {
  const { rows: ledgers } = await demonstration.get(context, '/api/ledgers')
  const ledger = ledgers.find(
    ({ kind, actions }: { kind: string; actions: string[] }) =>
      kind === 'rectification' && actions.includes('propose'),
  )
  const { rows: units } = await demonstration.get(context, '/api/units?kind=county&pageSize=3')
  await demonstration.send(context, 'POST', '/api/ledger-matters', {
    ledgerId: ledger.id,
    units: { ids: units.map(({ id }: { id: string }) => id) },
    facts: { title, dueDay: day(30), measure: '逐个支部核对。' },
  })
}
const rowsOf = async (context: BrowserContext, title: string): Promise<Row[]> =>
  (await demonstration.get(context, `/api/ledger-items?order=unit&q=${encodeURIComponent(title)}`)).rows
const states = async (context: BrowserContext, title: string) =>
  (await rowsOf(context, title)).map(({ state }) => state)
const address = (title: string) => `/ledgers?group=all&order=unit&q=${encodeURIComponent(title)}`
const bar = (page: Page) => page.getByRole('form', { name: /未保存$/ })

/** Presses the first deadline and types another. */
async function typeDue(page: Page, to: string): Promise<void> {
  await page
    .getByRole('button', { name: /^修改时限/ })
    .first()
    .click()
  const field = page.locator('input[type=date][aria-label*="时限"]:focus')
  await field.fill(to)
  await field.press('Enter')
}

test('deadlines are written in the table, saved under their version; many are submitted at once', async () => {
  const title = '列表核对事项'
  const { page, context, errors } = await demonstration.visitAs('gongzuozu')
  await propose(context, title)
  await page.goto(`${demonstration.url}/desk${address(title)}`)
  await expect.poll(() => page.getByRole('row').count()).toBe(4)
  await typeDue(page, day(40))
  await bar(page)
    .getByRole('button', { name: named('保存') })
    .click()
  await expect.poll(async () => (await rowsOf(context, title))[0]!.dueDay).toBe(day(40))
  await expect.poll(() => bar(page).count()).toBe(0)
  await takePicture(page, 'ledger-list')

  await page.getByRole('checkbox', { name: '本页全选' }).click()
  await page.getByRole('button', { name: named('提交审核') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: named('提交审核') }).click()
  await expect.poll(() => states(context, title)).toEqual(['review', 'review', 'review'])
  await dialog.waitFor({ state: 'hidden' })

  // Somebody is quicker: what was typed stays, with what is there by now.
  await page.getByText('待审核').first().waitFor()
  await typeDue(page, day(50))
  const [first] = await rowsOf(context, title)
  await demonstration.send(context, 'POST', `/api/ledger-items/${first!.id}/amend`, {
    version: first!.version,
    words: '先改一步',
    facts: { dueDay: day(45) },
  })
  await bar(page)
    .getByRole('button', { name: named('保存') })
    .click()
  await bar(page).getByText('请写明理由，至少 2 个字。').waitFor()
  await bar(page).getByRole('textbox').fill('雨季施工推迟')
  await bar(page)
    .getByRole('button', { name: named('保存') })
    .click()
  await page.getByText(`已被他人改动（时限 ${day(45)}`, { exact: false }).waitFor()
  await takePicture(page, 'ledger-list-conflict')
  await bar(page)
    .getByRole('button', { name: named('保存') })
    .click()
  await expect.poll(async () => (await rowsOf(context, title))[0]!.dueDay).toBe(day(50))
  expect(await overflow(page)).toBe(0)
  expect(await findBarriers(page)).toEqual([])
  expect(errors.filter(error => !error.includes('409'))).toEqual([])
  await context.close()
})

test('what one may not do to some is told of each; the others are done', async () => {
  const title = '批量说明事项'
  const { page, context } = await demonstration.visitAs('gongzuozu')
  await propose(context, title)
  await page.goto(`${demonstration.url}/desk${address(title)}`)
  await expect.poll(() => page.getByRole('row').count()).toBe(4)
  await page.getByRole('checkbox', { name: '本页全选' }).click()
  const [row] = await rowsOf(context, title)
  await demonstration.send(context, 'POST', `/api/ledger-items/${row!.id}/submit`, { version: row!.version })
  await page.getByRole('button', { name: named('提交审核') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: named('提交审核') })
    .click()
  const outcome = page.getByRole('dialog').filter({ hasText: '1 项没有办理' })
  await outcome.getByText('待审核', { exact: false }).waitFor()
  await takePicture(page, 'ledger-list-outcome')
  expect(await states(context, title)).toEqual(['review', 'review', 'review'])
  expect(await findBarriers(page)).toEqual([])
  await context.close()
})

test('a sheet goes out, is changed, compared and written; one with faults says where', async () => {
  const title = '表格往返事项'
  const { page, context } = await demonstration.visitAs('gongzuozu')
  await propose(context, title)
  await page.goto(`${demonstration.url}/desk${address(title)}`)
  await expect.poll(() => page.getByRole('row').count()).toBe(4)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /导出/ }).click(),
  ])
  const book = new ExcelJs.Workbook()
  await book.xlsx.readFile(await saved.path())
  const sheet = book.worksheets[0]!
  const column = (sheet.getRow(1).values as string[]).indexOf('时限')
  const send = async (value: string) => {
    sheet.getRow(2).getCell(column).value = value
    const buffer = Buffer.from(await book.xlsx.writeBuffer())
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await page.getByLabel('选择 Excel 文件').setInputFiles({ name: '整改.xlsx', mimeType, buffer })
  }
  await page.getByRole('button', { name: named('导入') }).click()
  const dialog = page.getByRole('dialog')
  await send('2026-13-40')
  await dialog.getByText('不是日期', { exact: false }).waitFor()
  await takePicture(page, 'ledger-list-import-faults')
  expect(await dialog.getByRole('button', { name: named('确认写入') }).count()).toBe(0)
  await send(day(60))
  await dialog.getByText('调整 1 项，没有变化 2 项，有问题 0 处', { exact: false }).waitFor()
  await takePicture(page, 'ledger-list-import')
  expect(await findBarriers(page)).toEqual([])
  await dialog.getByRole('button', { name: named('确认写入') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(async () => (await rowsOf(context, title)).map(({ dueDay }) => dueDay)).toContain(day(60))
  await context.close()
})

test('on a phone the items are cards, and the tabs say how many there are', async () => {
  const { page, context, errors } = await demonstration.visitAs('gongzuozu', '/ledgers', phone)
  const list = page.getByRole('list', { name: '台账事项列表' })
  await list.getByRole('listitem').first().waitFor()
  await takePicture(page, 'ledger-list-phone')
  expect(await overflow(page)).toBe(0)
  expect(await findBarriers(page)).toEqual([])
  const { counts } = await demonstration.get(context, '/api/ledger-item-counts')
  await page
    .getByRole('group', { name: '分类' })
    .getByRole('button', { name: new RegExp(`^待复核\\s*${counts['to-verify']}$`) })
    .click()
  await page.waitForURL(/group=to-verify/)
  expect(errors).toEqual([])
  await context.close()
})

test('in the dark the list has no barriers either', async () => {
  const { page, context } = await demonstration.visitAs('gongzuozu', '/ledgers', desktop, {
    colorScheme: 'dark',
  })
  await page.getByRole('table', { name: '台账事项列表' }).waitFor()
  await takePicture(page, 'ledger-list-dark')
  expect(await findBarriers(page)).toEqual([])
  await context.close()
})

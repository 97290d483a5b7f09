/** 采用计分: from the ranking to the last half point, what only people know, and a reporter's own points on a phone. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const { visitAs } = openDemonstration(17_470)

/** Points are reckoned while the pages are there already: looked at again until nobody waits. */
async function untilReckoned(page: Page, units: number): Promise<void> {
  const total = page.getByText(`共 ${units} 条`, { exact: true })
  while ((await total.count()) === 0) {
    await page.waitForTimeout(1000)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await total.waitFor({ timeout: 2000 }).catch(() => undefined)
  }
}

it('a ranking leads to a unit, its lines and the lists behind its figures', {
  timeout: 240_000,
}, async () => {
  const { context, page, errors } = await visitAs('demo', '/scoring')
  await untilReckoned(page, 315)
  const table = page.getByRole('table', { name: '排名' })
  await table.waitFor()
  await takePicture(page, 'scoring-ranking')
  expect(await findBarriers(page)).toEqual([])

  // The most points first, whatever the class.
  await table.getByRole('button', { name: '得分' }).click()
  await page.waitForURL(/order=-points/)
  const first = table.getByRole('row').nth(1)
  await expect.poll(() => first.getByRole('cell').nth(0).textContent()).toBe('1')
  const cells = await first.getByRole('cell').allTextContents()
  const [name, points, reported] = [cells[1]!, cells[3]!, Number(cells[4])]
  await first.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  const figures = page.locator('dl[aria-label="合计"]')
  await figures.getByRole('link', { name: points, exact: true }).waitFor()
  const lines = page.getByRole('table', { name: '计分明细' })
  await lines.waitFor()
  const sums = await lines.locator('tbody tr td:nth-child(5)').allTextContents()
  expect(sums.length).toBeGreaterThan(3)
  expect(sums.reduce((sum, text) => sum + Number(text.replace('+', '')), 0)).toBe(Number(points))
  await page.getByRole('img', { name: /逐月得分柱形图/ }).waitFor()
  await takePicture(page, 'scoring-account')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '表', exact: true }).click()
  await page.getByRole('table', { name: '逐月得分' }).waitFor()
  expect(await findBarriers(page)).toEqual([])

  await figures
    .getByRole('button', { name: String(reported), exact: true })
    .first()
    .click()
  const drawer = page.getByRole('dialog', { name: '报送的稿件' })
  await drawer.getByText(`共 ${reported} 项`).waitFor()
  expect(await drawer.getByRole('listitem').count()).toBe(reported)
  await takePicture(page, 'scoring-counted')
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.waitForURL(url => !url.search.includes('of='))

  await page.getByRole('link', { name: '返回排名' }).click()
  await page.waitForURL(/order=-points/)
  await page.getByRole('link', { name: '规则说明' }).click()
  await page.getByText('现行', { exact: true }).waitFor()
  await takePicture(page, 'scoring-rules')
  expect(await findBarriers(page)).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('what only people know is registered, gives its points, and is taken back', {
  timeout: 180_000,
}, async () => {
  const { context, page, errors } = await visitAs('demo', '/scoring/recognitions')
  await page.getByText('还没有登记上级采用和批示').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '登记批示' }).click()
  const dialog = page.getByRole('dialog', { name: '登记批示' })
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await dialog.getByText('请填写').first().waitFor()
  await dialog.getByRole('combobox', { name: /稿件/ }).fill('科普')
  await page
    .getByTitle(/科普.*报送/)
    .first()
    .click()
  await dialog.getByRole('combobox', { name: /领导层级/ }).click()
  await page.getByTitle('主要领导', { exact: true }).click()
  await dialog.getByRole('textbox', { name: /职务/ }).fill('分管工作的负责同志')
  await takePicture(page, 'scoring-register')
  expect(await findBarriers(page)).toEqual([])
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  const row = page.getByRole('row', { name: /分管工作的负责同志/ })
  await row.getByText('有效').waitFor()
  // By the rules of the demonstration, once the program has reckoned.
  await row.getByRole('link', { name: '15', exact: true }).waitFor({ timeout: 60_000 })
  await takePicture(page, 'scoring-recognitions')
  expect(await findBarriers(page)).toEqual([])
  await row.getByRole('button', { name: '撤销登记' }).click()
  const revoke = page.getByRole('dialog', { name: '撤销这条登记？' })
  await revoke.getByRole('textbox', { name: '撤销原因' }).fill('登记到别的稿件了')
  await revoke.getByRole('button', { name: '撤销登记' }).click()
  await row.getByText('登记到别的稿件了').waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('a reporter sees the points of their own unit and its place in the whole, on a phone', {
  timeout: 180_000,
}, async () => {
  const { context, page, errors } = await visitAs('xinxiyuan', '/scoring', phone)
  await untilReckoned(page, 1)
  await page.getByText(/^全会 \d+\/\d+$/).waitFor()
  expect(await overflow(page)).toBe(0)
  await takePicture(page, 'scoring-phone-ranking')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('link', { name: '本单位得分' }).click()
  await page.getByRole('list', { name: '计分明细' }).waitFor()
  expect(await overflow(page)).toBe(0)
  await takePicture(page, 'scoring-phone-account')
  expect(await findBarriers(page)).toEqual([])
  await page.goto(page.url().replace(/\/units\/.*/, '/recognitions'))
  await page.getByText('还没有登记上级采用和批示').waitFor()
  expect(await page.getByRole('button', { name: '登记批示' }).count()).toBe(0)
  await page.getByRole('link', { name: '规则说明' }).click()
  await page.getByText('现行', { exact: true }).waitFor()
  expect(await overflow(page)).toBe(0)
  await takePicture(page, 'scoring-phone-rules')
  expect(await findBarriers(page)).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('in the dark everything can be read as well', { timeout: 120_000 }, async () => {
  const { context, page, errors } = await visitAs('demo', '/scoring', undefined, { colorScheme: 'dark' })
  await untilReckoned(page, 315)
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'scoring-dark')
  await page.getByRole('table', { name: '排名' }).getByRole('row').nth(1).getByRole('link').first().click()
  await page.getByRole('table', { name: '计分明细' }).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'scoring-dark-account')
  expect(errors).toEqual([])
  await context.close()
})

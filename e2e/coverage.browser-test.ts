/** Who has done what: from the matrix of the province to one task of one county, to what is missing and asking for it. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const { visitAs } = openDemonstration(17_640)

const title = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })
const dialog = (page: Page) => page.getByRole('dialog')
const matrix = (page: Page) => page.getByRole('region', { name: '单位与任务的完成情况' })
const list = (page: Page) => page.getByRole('table', { name: '台账明细' })
const figure = async (page: Page, name: string) =>
  Number(
    (await page.locator('dl div', { hasText: name }).getByRole('link').textContent())!.replaceAll(',', ''),
  )
const group = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '看哪些' }).getByRole('link', { name: new RegExp(`^${name} `) })

/** Axe and the width of the page, and a picture for who wants to look. */
async function expectGood(page: Page, name: string): Promise<void> {
  // A dialogue that still fades in has the colours of both.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect, playState }) => {
      return playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY
    }),
  )
  await takePicture(page, name)
  expect([name, await findBarriers(page)]).toEqual([name, []])
  expect([name, await overflow(page)]).toEqual([name, 0])
}

it('leads from the whole province to one task of one county, and every figure opens what it counts', async () => {
  const { page, errors } = await visitAs('gongzuozu', '/coverage')
  await title(page, '覆盖情况').waitFor()
  await matrix(page).waitFor()
  await expectGood(page, 'coverage-matrix')
  for (const name of ['应报', '已报', '迟报', '未报']) {
    const count = await figure(page, name)
    await page.locator('dl div', { hasText: name }).getByRole('link').click()
    await title(page, '查漏补缺').waitFor()
    await page.getByText(`共 ${count} 条`).waitFor()
    await page.goBack()
    await matrix(page).waitFor()
  }
  await matrix(page).getByRole('link', { name: '洛阳市科协', exact: true }).click()
  await page.getByRole('navigation', { name: '所在位置' }).getByText('洛阳市科协').waitFor()
  const row = matrix(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: '孟津区科协' }) })
  await row.getByRole('button').first().click()
  await dialog(page).getByText('孟津区科协').waitFor()
  await dialog(page)
    .getByText(/规定动作|自选动作/)
    .waitFor()
  await expectGood(page, 'coverage-cell')
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await page.context().close()
})

it('looks at it by units, by kinds, by months and as a heat picture, in the dark too', async () => {
  const { page, errors } = await visitAs('dudao', '/coverage', desktop, { colorScheme: 'dark' })
  await matrix(page).waitFor()
  await page.getByText('热力', { exact: true }).click()
  await matrix(page)
    .getByText(/^\d+(\.\d)?%$/)
    .first()
    .waitFor()
  await expectGood(page, 'coverage-heat')
  await page.getByText('按类别', { exact: true }).click()
  await matrix(page).getByRole('rowheader', { name: '县级' }).waitFor()
  await page.getByText('逐个单位', { exact: true }).click()
  await page.getByRole('combobox', { name: '按任务筛选' }).click()
  await page.getByTitle('过好主题党日', { exact: true }).click()
  await matrix(page).getByRole('columnheader', { name: /3月/ }).waitFor()
  await page.getByText('亮灯', { exact: true }).click()
  await expectGood(page, 'coverage-months')
  expect(new URL(page.url()).searchParams.get('lines')).toBe('units')
  expect(errors).toEqual([])
  await page.context().close()
})

it('finds what is missing and reminds two counties of it, all with the keyboard where one likes', async () => {
  const { page, errors } = await visitAs('gongzuozu', '/gaps?group=silent')
  await list(page).waitFor()
  await expectGood(page, 'gap-list')
  const before = Number((await group(page, '未报').textContent())!.replace(/\D/g, ''))
  expect(before).toBeGreaterThan(0)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await dialog(page).getByText('未报').first().waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  for (const at of [0, 1]) await list(page).getByRole('checkbox').nth(at).check()
  await page.getByText('已选 2 项').waitFor()
  await page
    .getByRole('button', { name: '催 办' })
    .or(page.getByRole('button', { name: '催办' }))
    .first()
    .click()
  await dialog(page).getByLabel('附言').fill('请本周内报送。')
  await expectGood(page, 'gap-remind')
  await dialog(page).locator('button[type=submit]').click()
  await page
    .getByText(/已催办 \d+ 项|现在是免打扰时段|没有可通知的人/)
    .first()
    .waitFor()
  await dialog(page).waitFor({ state: 'detached' })
  await list(page)
    .getByText(/催办，共 1 次/)
    .first()
    .waitFor()
  await group(page, '已报').click()
  await list(page).getByText('按时完成').first().waitFor()
  await list(page).locator('a[href*="/reports/"]').first().waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  expect((await download).suggestedFilename()).toBe('台账明细.xlsx')
  expect(errors).toEqual([])
  await page.context().close()
})

it('commissions a piece on what a county has not reported, and the panel shows it under way', async () => {
  // What fell due last is still open to reports; what fell due long ago is not.
  const { page, errors } = await visitAs('demo', '/gaps?group=silent&sort=-due')
  await list(page).waitFor()
  await list(page).getByRole('checkbox').first().check()
  await page
    .getByRole('button', { name: '约 稿' })
    .or(page.getByRole('button', { name: '约稿' }))
    .first()
    .click()
  await dialog(page).locator('button[type=submit]').click()
  await dialog(page).getByText('请选交稿日期。').waitFor()
  await dialog(page).getByLabel('交稿日期').first().fill('2199-01-31')
  await dialog(page).getByLabel('要求').fill('五百字以内，配一张照片。')
  await expectGood(page, 'gap-commission')
  await dialog(page).locator('button[type=submit]').click()
  await page.getByText('已向 1 个单位约稿。').waitFor()
  await list(page).getByText('约稿未交').first().waitFor()
  expect(errors).toEqual([])
  await page.context().close()
})

it.each(['light', 'dark'] as const)('shows a reporter their own unit on a phone, %s', async colorScheme => {
  const { page, errors } = await visitAs('xinxiyuan', '/coverage', phone, { colorScheme })
  await page.getByText('孟津区科协（本级）').first().waitFor()
  await expectGood(page, `coverage-phone-${colorScheme}`)
  const task = page.getByRole('list', { name: '单位与任务的完成情况' }).getByRole('button').nth(1)
  expect((await task.locator('..').boundingBox())!.height).toBeGreaterThanOrEqual(44)
  await task.click()
  await dialog(page).getByText('孟津区科协').waitFor()
  expect(
    await dialog(page)
      .getByRole('button', { name: /催\s?办/ })
      .count(),
  ).toBe(0)
  await expectGood(page, `coverage-phone-cell-${colorScheme}`)
  await page.keyboard.press('Escape')
  await page.goto(`${new URL(page.url()).origin}/desk/gaps`)
  await title(page, '查漏补缺').waitFor()
  await page.getByRole('list', { name: '台账明细' }).waitFor()
  await expectGood(page, `gap-phone-${colorScheme}`)
  expect(errors).toEqual([])
  await page.context().close()
})

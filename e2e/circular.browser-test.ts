/** 通报: an editor has the month counted and worded, changes the words, looks at the figures, issues it; units read it. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const { visitAs } = openDemonstration(17_460)

const drawer = (page: Page, name: string) => page.getByRole('dialog', { name })

it('a circular goes from the button to the units it is for', { timeout: 180_000 }, async () => {
  const { context, page, errors } = await visitAs('demo', '/circulars')
  await page.getByText('还没有通报').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'circular-empty')

  await page.getByRole('button', { name: '生成通报' }).click()
  await page.getByRole('combobox', { name: '期次' }).waitFor()
  await page.getByText('季度', { exact: true }).click()
  await takePicture(page, 'circular-make')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '生成初稿' }).click()
  await page.waitForURL(/\/circulars\/[0-9a-f-]{36}$/)
  const paper = page.frameLocator('iframe[title="通报版面"]')
  await paper.getByRole('heading', { name: /信息报送和采用情况的通报/ }).waitFor()
  await paper.getByRole('cell', { name: '1', exact: true }).first().waitFor()
  await takePicture(page, 'circular-draft')
  expect(await findBarriers(page)).toEqual([])

  await page.getByRole('textbox', { name: '发文字号' }).fill('豫科协办〔2026〕18号')
  await page.getByRole('textbox', { name: '有关要求' }).fill('请各单位于本月底前补报。')
  await page.getByText('有未保存的文字').waitFor()
  await page.getByRole('button', { name: '保存文字' }).click()
  await paper.getByText('请各单位于本月底前补报。').waitFor()
  await paper.getByText('豫科协办〔2026〕18号').waitFor()

  // Every figure leads to as many rows as it says.
  await page.getByText('数据依据', { exact: true }).click()
  await page.waitForURL(/view=data/)
  const adopted = page.getByRole('link', { name: /^采用的稿件/ })
  const count = Number(await adopted.textContent())
  expect(count).toBeGreaterThan(0)
  await takePicture(page, 'circular-data')
  expect(await findBarriers(page)).toEqual([])
  await adopted.click()
  await drawer(page, '采用的稿件').getByText(`共 ${count} 条`, { exact: true }).waitFor()
  await takePicture(page, 'circular-rows')
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.waitForURL(url => !url.search.includes('what'))

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'PDF' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/的通报\.pdf$/)
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')

  await page.getByRole('button', { name: '印发通报' }).click()
  await takePicture(page, 'circular-issue')
  await page.getByRole('dialog').getByRole('button', { name: '印发通报' }).click()
  await page.getByText('此后数据变动不影响本通报').waitFor()
  expect(await page.getByRole('textbox', { name: '发文字号' }).count()).toBe(0)
  expect(errors).toEqual([])
  await context.close()

  // The reporter of a county is told, and reads it on a phone.
  const unit = await visitAs('xinxiyuan', '/notices', phone)
  await unit.page
    .getByRole('link', { name: /印发了/ })
    .first()
    .click()
  await unit.page.getByRole('heading', { level: 1, name: /的通报$/ }).waitFor()
  const read = unit.page.frameLocator('iframe[title="通报版面"]')
  await read.getByText('请各单位于本月底前补报。').waitFor()
  expect(await unit.page.getByRole('button', { name: '撤销通报' }).count()).toBe(0)
  expect(await overflow(unit.page)).toBe(0)
  expect(await findBarriers(unit.page)).toEqual([])
  await takePicture(unit.page, 'circular-phone')
  await unit.page.getByText('数据依据', { exact: true }).click()
  await unit.page.getByText('规定动作').first().waitFor()
  expect(await overflow(unit.page)).toBe(0)
  expect(await findBarriers(unit.page)).toEqual([])
  await takePicture(unit.page, 'circular-phone-data')
  expect(unit.errors).toEqual([])
  await unit.context.close()
})

it('a draft that nobody wants is removed, an issued one revoked with a reason, in the dark too', async () => {
  const { context, page, errors } = await visitAs('gongzuozu', '/circulars', undefined, {
    colorScheme: 'dark',
  })
  await page.getByRole('button', { name: '生成通报' }).click()
  await page.getByRole('combobox', { name: '期次' }).waitFor()
  await page.getByRole('button', { name: '生成初稿' }).click()
  await page.waitForURL(/\/circulars\/[0-9a-f-]{36}$/)
  await page.frameLocator('iframe[title="通报版面"]').getByRole('table').first().waitFor()
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'circular-dark')
  await page.getByRole('button', { name: '印发通报' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '印发通报' }).click()
  await page.getByRole('button', { name: '撤销通报' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByRole('button', { name: '撤销通报' }).isDisabled()).toBe(true)
  expect(await findBarriers(page)).toEqual([])
  await dialog.getByRole('textbox', { name: '撤销原因' }).fill('名次统计有误')
  await dialog.getByRole('button', { name: '撤销通报' }).click()
  await page.getByText('撤销：名次统计有误').waitFor()

  await page.goto(page.url().replace(/\/circulars\/.*$/, '/circulars'))
  await page.getByRole('button', { name: '生成通报' }).click()
  await page.getByRole('combobox', { name: '期次' }).waitFor()
  await page.getByRole('button', { name: '生成初稿' }).click()
  await page.getByRole('button', { name: '删除草稿' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除草稿' }).click()
  await page.waitForURL(/\/circulars$/)
  await page.getByRole('table', { name: '通报列表' }).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'circular-list')
  expect(errors).toEqual([])
  await context.close()
})
